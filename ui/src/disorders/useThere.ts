// Who, where and when, in one line.
import type { Moment } from "../generated/types";
import { useWords } from "../words";

type There = { by_name: string | null; device: string | null; at: Moment };

export function useThere(): (there: There) => string {
  const { t, f } = useWords();
  return ({ by_name, device, at }) =>
    [by_name ?? t("disorders.somebody"), device, f.moment(at)].filter((part) => part !== null).join(" · ");
}
