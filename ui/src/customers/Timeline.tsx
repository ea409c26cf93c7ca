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

const SHOWN = ["all", "visit", "contact", "plan", "level", "edit"] as const;
type Shown = (typeof SHOWN)[number];
type Kind = TimelineEntry["kind"];
const KINDS: Record<Shown, Kind[] | null> = {
  all: null,
  visit: ["visit", "call"],
  contact: ["contact", "review"],
  plan: ["plan", "appointment"],
  level: ["level"],
  edit: ["edit", "import", "other"],
};
const PAGE = 30;
/** So many fill the panel; with fewer, older entries are looked through. */
const ENOUGH = 8;

export function Timeline({ customer }: { customer: Id }) {
  const { t, problemWords } = useWords();
  const [shown, setShown] = useState<Shown>("all");
  const kinds = KINDS[shown];
  const asked = { customer, limit: PAGE, ...(kinds === null ? {} : { kinds }) };
  const { pages, former, more, problem } = usePages("timeline", asked);
  const changesOf = useChanges();
  const entries = pages?.flatMap((page) => page.entries) ?? [];

  const short = pages !== undefined && !former && entries.length < ENOUGH;
  useEffect(() => {
    if (short) more?.();
  }, [short, more]);

  if (problem !== null) return <p className={styles.none}>{problemWords(problem)}</p>;
  if (pages === undefined) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: digits reach the filter from anywhere in the story
    <div
      className={styles.timeline}
      onKeyDown={(event) => {
        const kind = /^[1-9]$/.test(event.key) ? SHOWN[Number(event.key) - 1] : undefined;
        if (kind === undefined || event.ctrlKey || event.altKey || event.metaKey) return;
        event.preventDefault();
        event.stopPropagation();
        setShown(kind);
      }}
    >
      <ToggleButtonGroup
        aria-label={t("customers.story_filter")}
        className={styles.filter ?? ""}
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[shown]}
        onSelectionChange={(keys) => setShown([...keys][0] as Shown)}
      >
        {SHOWN.map((kind, index) => (
          <ToggleButton key={kind} id={kind} className={styles.kind ?? ""} aria-keyshortcuts={String(index + 1)}>
            {t(`customers.story_${kind}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      {entries.length === 0 && !former && (
        <p className={styles.none}>
          {t(more ? "customers.story_reading" : shown === "all" ? "customers.story_empty" : "customers.story_none")}
        </p>
      )}
      <ol className={styles.entries}>
        {entries.map((entry) => (
          <TimelineItem key={entry.act} entry={entry} changes={changesOf(entry)} />
        ))}
      </ol>
      {more && entries.length > 0 && (
        <Button tone="quiet" onPress={more}>
          {t("customers.story_older")}
        </Button>
      )}
    </div>
  );
}
