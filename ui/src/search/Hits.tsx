// What the box found: customers, then whose customer a number is, then commands.
import { Fragment } from "react";
import type { Claimed } from "../claims";
import { useHouse } from "../desk";
import type { Command } from "../frame/commands";
import type { Found, FoundRow, Problem } from "../generated/types";
import { Icon, Kbd, LevelChip } from "../kit";
import { useWords } from "../words";
import styles from "./FindBox.module.css";
import { Marked } from "./Marked";

export type Hit =
  | { kind: "customer"; id: string; row: FoundRow }
  | { kind: "claim"; id: string; claimed: Claimed }
  | { kind: "command"; id: string; command: Command };

type HitsProps = {
  id: string;
  hits: readonly Hit[];
  at: number;
  found: Found | null;
  query: string;
  waiting: boolean;
  problem: Problem | null;
  onTake: (hit: Hit) => void;
};

function Customer({ row, query }: { row: FoundRow; query: string }) {
  const { t, f } = useWords();
  const house = useHouse();
  // What matched is the name's own run when pinyin found it; a plate or a VIN is told beside it.
  const inName = row.matched !== null && row.name.includes(row.matched);
  const beside = row.matched !== null && !inName && row.matched !== row.phone ? row.matched : row.model;
  return (
    <>
      <LevelChip level={row.level} label={house.label("levels", row.level)} />
      <span className={styles.name}>
        <Marked text={row.name} sought={inName && row.matched !== null ? row.matched : query} />
      </span>
      <span className={styles.phone}>{row.phone && <Marked text={f.phone(row.phone)} sought={query} />}</span>
      <span className={styles.sub}>{beside && <Marked text={beside} sought={query} />}</span>
      <span className={styles.owner}>
        {row.owner_name === null ? t("search.no_owner") : t("search.owner", { owner: row.owner_name })}
      </span>
      <span className={styles.when}>{row.last_contact !== null && f.moment(row.last_contact)}</span>
    </>
  );
}

export function Hits({ id, hits, at, found, query, waiting, problem, onTake }: HitsProps) {
  const { t, f, find, problemWords } = useWords();
  const words = problem
    ? problemWords(problem)
    : found?.state === "too_short"
      ? t("search.too_short")
      : query !== "" && !waiting && found && found.rows.length === 0 && found.elsewhere.length === 0
        ? t("search.none", { text: query })
        : null;
  const firstCommand = hits.findIndex(({ kind }) => kind === "command");
  return (
    // The press must not take the focus from the box before it is heard.
    // biome-ignore lint/a11y/noStaticElementInteractions: keeps the focus, does nothing by itself
    <div className={styles.pop} onMouseDown={(event) => event.preventDefault()}>
      {found?.elsewhere.map(({ phone, owner_name }) => (
        <p key={phone} className={styles.elsewhere}>
          <Icon name="info" size={16} />
          {owner_name === null
            ? t("search.elsewhere_nobody", { phone: f.phone(phone) })
            : t("search.elsewhere", { owner: owner_name, phone: f.phone(phone) })}
        </p>
      ))}
      {words !== null && <p className={styles.words}>{words}</p>}
      <div id={`${id}-list`} role="listbox" aria-label={t("search.results")}>
        {hits.map((hit, index) => (
          <Fragment key={`${hit.kind}-${hit.id}`}>
            {index === firstCommand && (
              <div className={styles.head} role="presentation">
                {t("search.commands")}
              </div>
            )}
            {/* biome-ignore lint/a11y/useKeyWithClickEvents: the box answers the keys */}
            <div
              id={`${id}-${index}`}
              role="option"
              aria-selected={index === at}
              className={styles.hit}
              data-kind={hit.kind}
              ref={(row) => {
                if (index === at) row?.scrollIntoView({ block: "nearest" });
              }}
              onClick={() => onTake(hit)}
            >
              {hit.kind === "customer" ? (
                <Customer row={hit.row} query={query} />
              ) : hit.kind === "claim" ? (
                <span className={styles.name}>{t("customers.claim_who", { name: hit.claimed.name })}</span>
              ) : (
                <>
                  <span className={styles.name}>{find(hit.command.label)}</span>
                  {hit.command.keys && <Kbd keys={hit.command.keys} />}
                </>
              )}
            </div>
          </Fragment>
        ))}
      </div>
    </div>
  );
}
