// What other nouns may use of the texts to say.
export { MessagesButton } from "./MessagesButton";
