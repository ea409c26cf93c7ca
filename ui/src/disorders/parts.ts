// Parts of what did not go together, fetched where something did not: mostly never.
import { fetched } from "../kit/useLoaded";
import { withWords } from "../words";

export const ContestedOf = fetched(() =>
  withWords(["disorders", "customers"], import("./ContestedOf")).then(({ ContestedOf }) => ContestedOf),
);
export const Disorders = fetched(() =>
  withWords(["disorders", "customers"], import("./Disorders")).then(({ Disorders }) => Disorders),
);
