// What was done, by a command's name.
import { useWords } from "../words";

export function useVerbWords(): (verb: string) => string {
  const { find } = useWords();
  return (verb) => find(`customers.v_${verb}`) ?? find(`disorders.v_${verb}`) ?? verb;
}
