// What happened with this customer, the latest first, narrowed to what one looks for.
import { useEffect, useState } from "react";
import { ToggleButton, ToggleButtonGroup } from "react-aria-components";
import type { Id, TimelineEntry } from "../generated/types";
import { Button } from "../kit";
import { useWords } from "../words";
import { useChanges } from "./changes";
import styles from "./Timeline.module.css";
import { TimelineItem } from "./TimelineItem";
import { usePages } from "./usePages";

const KINDS: Record<Shown, readonly TimelineEntry["kind"][] | null> = {
  all: null,
  visit: ["visit", "call"],
  contact: ["contact", "plan"],
  level: ["level"],
  edit: ["edit", "import", "other"],
};
type Shown = "all" | "visit" | "contact" | "level" | "edit";
const SHOWN = ["all", "visit", "contact", "level", "edit"] as const;
const PAGE = 30;
/** So many of a kind fill the panel; with fewer, older pages are looked through. */
const ENOUGH = 8;

function fits(entry: TimelineEntry, shown: Shown): boolean {
  if (shown === "level" && entry.changes.some(({ table, field }) => table === "customer" && field === "level"))
    return true;
  return KINDS[shown]?.includes(entry.kind) ?? true;
}

export function Timeline({ customer }: { customer: Id }) {
  const { t, problemWords } = useWords();
  const [shown, setShown] = useState<Shown>("all");
  const { pages, more, problem } = usePages("timeline", { customer, limit: PAGE });
  const changesOf = useChanges();
  const entries = pages?.flatMap((page) => page.entries) ?? [];
  const listed = entries.filter((entry) => fits(entry, shown));

  const short = pages !== undefined && shown !== "all" && listed.length < ENOUGH;
  useEffect(() => {
    if (short) more?.();
  }, [short, more]);

  if (problem !== null) return <p className={styles.none}>{problemWords(problem)}</p>;
  if (pages === undefined) return null;
  return (
    <div className={styles.timeline}>
      <ToggleButtonGroup
        aria-label={t("customers.story_filter")}
        className={styles.filter ?? ""}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[shown]}
        onSelectionChange={(keys) => setShown([...keys][0] as Shown)}
      >
        {SHOWN.map((kind) => (
          <ToggleButton key={kind} id={kind} className={styles.kind ?? ""}>
            {t(`customers.story_${kind}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {listed.length === 0 && (
        <p className={styles.none}>{t(entries.length === 0 ? "customers.story_empty" : "customers.story_none")}</p>
      )}
      <ol className={styles.entries}>
        {listed.map((entry) => (
          <TimelineItem key={entry.act} entry={entry} changes={changesOf(entry)} />
        ))}
      </ol>
      {more && (
        <Button tone="quiet" onPress={more}>
          {t("customers.story_older")}
        </Button>
      )}
    </div>
  );
}
