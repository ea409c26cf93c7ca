// Parts of erasing, fetched when somebody may ask for it or decide.
import { fetched } from "../kit/useLoaded";
import { withWords } from "../words";

export const EraseButton = fetched(() =>
  withWords(["customers"], import("./EraseButton")).then(({ EraseButton }) => EraseButton),
);
export const EraseDialog = fetched(() =>
  withWords(["erasures", "customers", "door"], import("./EraseDialog")).then(({ EraseDialog }) => EraseDialog),
);
export const ErasuresInbox = fetched(() =>
  withWords(["erasures", "customers"], import("./ErasuresInbox")).then(({ ErasuresInbox }) => ErasuresInbox),
);
