// Parts of claims, fetched when somebody may ask for a customer or decide.
import { fetched } from "../kit/useLoaded";

export const ClaimButton = fetched(() => import("./ClaimButton").then(({ ClaimButton }) => ClaimButton));
export const ClaimDialog = fetched(() => import("./ClaimDialog").then(({ ClaimDialog }) => ClaimDialog));
export const ClaimsInbox = fetched(() => import("./ClaimsInbox").then(({ ClaimsInbox }) => ClaimsInbox));
export const ClaimsLink = fetched(() => import("./ClaimsLink").then(({ ClaimsLink }) => ClaimsLink));
