// What other nouns may use of claims: the way to ask for another's customer, and the managers' inbox.
export { ClaimButton, ClaimDialog, ClaimsInbox, ClaimsLink } from "./parts";
export type { Claimed } from "./types";
