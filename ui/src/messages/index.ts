// What other nouns may use of the texts to say.
import { fetched } from "../kit";
import { withWords } from "../words";

/** Opens them, where a customer is being worked. */
export const MessagesButton = fetched(() =>
  withWords(["messages", "customers"], import("./MessagesButton")).then((module) => module.MessagesButton),
);
