// What other nouns may use of what did not go together: the managers' list, and the fields of one customer.
export { ContestedOf, Disorders } from "./parts";
export { useVerbWords } from "./useVerbWords";
