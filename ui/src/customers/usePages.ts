// Reading a list page by page; the pages that were read stay fresh like every other answer.
import { keepPreviousData, useInfiniteQuery } from "@tanstack/react-query";
import { type Answer, type Ask, asProblem, useDesk } from "../desk";
import type { Problem } from "../generated/types";

type Paged = "customers" | "timeline" | "level_sheet";

export type Pages<N extends Paged> = {
  pages: readonly Answer<N>[] | undefined;
  /** The pages shown belong to the former ask. */
  former: boolean;
  /** Asks for the next page; undefined when there is none. */
  more: (() => void) | undefined;
  problem: Problem | null;
};

const FROM = { customers: "after", timeline: "before", level_sheet: "after" } as const;

/** All pages read so far of `name(ask)`. */
export function usePages<N extends Paged>(name: N, ask: Ask<N>): Pages<N> {
  const desk = useDesk();
  const query = useInfiniteQuery({
    // The first part is the command's name: touched nouns find it by that.
    queryKey: [name, ask, "pages"],
    queryFn: ({ pageParam }) => desk.call(name, { ...ask, [FROM[name]]: pageParam } as Ask<N>),
    initialPageParam: null as string | null,
    getNextPageParam: (last) => (last as { next: string | null }).next,
    placeholderData: keepPreviousData,
  });
  const { hasNextPage, isFetching, fetchNextPage } = query;
  return {
    pages: query.data?.pages,
    former: query.isPlaceholderData,
    more:
      hasNextPage && !isFetching
        ? () => {
            fetchNextPage();
          }
        : undefined,
    problem: query.error === null ? null : asProblem(query.error),
  };
}
