// Reading: an answer of the desk, kept fresh by what acts touch.
import { keepPreviousData, useQuery } from "@tanstack/react-query";
import type { Problem } from "../generated/types";
import { type Answer, type Ask, asProblem, type Name, useDesk } from "./desk";
import { useSitting } from "./sitting";

export type Asked<T> = {
  /** The answer; while a new ask is under way, the former answer. */
  data: T | undefined;
  /** The answer shown belongs to the former ask. */
  former: boolean;
  /** Nothing to show yet. */
  loading: boolean;
  problem: Problem | null;
  again: () => void;
};

export type AskOptions = {
  /** Do not ask now. */
  when?: boolean;
  /** Do not show the former answer while a new ask is under way. */
  forget?: boolean;
  /** Ask anew after so many milliseconds (for what time alone changes). */
  every?: number;
};

/** Under which an answer is kept: the person who asked is a part of it. The door is the same for everybody. */
export const keyOf = <N extends Name>(name: N, ask: Ask<N>, who: string | null) =>
  [name, ask, name === "door_status" ? null : who] as const;

/** The answer to `name(ask)`. Screens never ask again by hand: touched nouns do. */
export function useAsk<N extends Name>(name: N, ask: Ask<N>, options: AskOptions = {}): Asked<Answer<N>> {
  const desk = useDesk();
  const sitting = useSitting();
  const query = useQuery<Answer<N>>({
    queryKey: keyOf(name, ask, sitting?.me.id ?? null),
    queryFn: () => desk.call(name, ask),
    enabled: (options.when ?? true) && !(sitting?.away ?? false),
    refetchInterval: options.every ?? false,
    ...(options.forget ? {} : { placeholderData: keepPreviousData as never }),
  });
  return {
    data: query.data,
    former: query.isPlaceholderData,
    loading: query.isPending && query.fetchStatus !== "idle",
    problem: query.error === null ? null : asProblem(query.error),
    again: () => {
      query.refetch();
    },
  };
}
