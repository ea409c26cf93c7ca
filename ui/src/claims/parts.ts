// Parts of claims, fetched when somebody asks for a customer or decides.
import { fetched } from "../kit";

export const ClaimDialog = fetched(() => import("./ClaimDialog").then(({ ClaimDialog }) => ClaimDialog));
export const ClaimsInbox = fetched(() => import("./ClaimsInbox").then(({ ClaimsInbox }) => ClaimsInbox));
