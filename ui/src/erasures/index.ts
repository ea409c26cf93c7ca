// What other nouns may use of erasing: the way to ask for it, and the administrators' inbox.
export { EraseButton, ErasuresInbox } from "./parts";
