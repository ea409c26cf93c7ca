// What other nouns may use of claims: the way to ask for another's customer, and the managers' inbox.
export { ClaimButton } from "./ClaimButton";
export { ClaimsLink } from "./ClaimsLink";
export { ClaimDialog, ClaimsInbox } from "./parts";
export type { Claimed } from "./types";
