// Parts of claims, fetched when somebody may ask for a customer or decide.
import { fetched } from "../kit/useLoaded";
import { withWords } from "../words";

export const ClaimButton = fetched(() =>
  withWords(["customers"], import("./ClaimButton")).then(({ ClaimButton }) => ClaimButton),
);
export const ClaimDialog = fetched(() =>
  withWords(["customers"], import("./ClaimDialog")).then(({ ClaimDialog }) => ClaimDialog),
);
export const ClaimsInbox = fetched(() =>
  withWords(["customers"], import("./ClaimsInbox")).then(({ ClaimsInbox }) => ClaimsInbox),
);
export const ClaimsLink = fetched(() =>
  withWords(["customers"], import("./ClaimsLink")).then(({ ClaimsLink }) => ClaimsLink),
);
