// The words of a result that were begun and not saved: they wait at the card, or at the customer, for the one who typed them.
import { useMe } from "../desk";
import { useKept } from "../drafts/disk";
import type { Id } from "../generated/types";

type Words = { way: string | null; content: string };

export function useResultDraft(of: Id) {
  const { draft, keep } = useKept(useMe()?.id ?? "", of);
  const found = draft === null ? null : (JSON.parse(draft) as { words?: Words });
  return {
    begun: found?.words ?? null,
    keep: (words: Words) => keep(words.content.trim() === "" ? null : JSON.stringify({ words })),
    forget: () => keep(null),
  };
}
