// What was said with customers, one contact after the other: Enter has read it, a digit says what one says often, and the
// next comes by itself.
import { useEffect, useMemo, useRef, useState } from "react";
import { owners, StaffSelect } from "../customers";
import { useAct, useAsk, useHouse, useMay } from "../desk";
import { useCommands } from "../frame/commands";
import type { Id } from "../generated/types";
import { Button, EmptyState, LevelChip } from "../kit";
import { useWords } from "../words";
import { ReviewPanel } from "./ReviewPanel";
import styles from "./team.module.css";

const PAGE = 50;
const MOST = 200;
const EVERYBODY = "everybody";

export function Reviews() {
  const { t, f } = useWords();
  const { label } = useHouse();
  const days = useAsk("house", {}).data?.rules.review_days ?? 7;
  const may = useMay();
  const [staff, setStaff] = useState<Id | null>(null);
  const [limit, setLimit] = useState(PAGE);
  const [at, setAt] = useState<Id | null>(null);
  const [begun, setBegun] = useState(false);
  const page = useAsk("reviews_to_do", { staff, limit }).data;
  const people = owners(useAsk("staff_list", {}, { when: may("staff_list") }).data ?? []);
  const [gone, setGone] = useState<{ of: typeof page; ids: readonly Id[] }>({ of: page, ids: [] });
  const list = useRef<HTMLUListElement>(null);
  /** Where one was: what takes the place of a contact that was read is next. */
  const place = useRef(0);
  // What was just read leaves at once, before the fresh answer is here.
  const left = gone.of === page ? gone.ids : [];
  const rows = (page?.rows ?? []).filter(({ contact }) => !left.includes(contact));
  const index = rows.findIndex(({ contact }) => contact === at);
  if (index >= 0) place.current = index;
  const here = rows[index] ?? rows[Math.min(place.current, rows.length - 1)];

  const read = useAct("review_contact", {
    done: (_, { remark }) =>
      remark
        ? t("team.remark_done", { name: here?.staff_name ?? "" })
        : t("team.seen_done", { name: here?.customer_name ?? "" }),
  });
  const readAll = useAct("review_contacts", {
    done: (_, { contacts }) => t("team.all_seen_done", { n: contacts.length }),
  });
  const leave = (contacts: readonly Id[]) => {
    const next = rows[place.current + 1] ?? rows[place.current - 1];
    setGone({ of: page, ids: [...left, ...contacts] });
    if (contacts.length === 1) setAt(next?.contact ?? null);
  };
  const review = async (remark: string) => {
    if (here === undefined) return false;
    setBegun(true);
    const done = await read.run({ contact: here.contact, ...(remark.trim() ? { remark: remark.trim() } : {}) });
    if (done) leave([here.contact]);
    return done !== undefined;
  };
  const goTo = (contact: Id | undefined) => {
    setBegun(true);
    setAt(contact ?? null);
  };
  const go = (by: number) => goTo(rows[Math.max(0, Math.min(rows.length - 1, place.current + by))]?.contact);
  const doing = useRef({ go, review });
  doing.current = { go, review };
  const commands = useMemo(
    () => [
      { id: "next_review", label: "team.key_next", keys: "j", noun: "team", run: () => doing.current.go(1) } as const,
      {
        id: "former_review",
        label: "team.key_former",
        keys: "k",
        noun: "team",
        run: () => doing.current.go(-1),
      } as const,
      {
        id: "seen",
        label: "team.key_seen",
        keys: "x",
        noun: "team",
        run: () => void doing.current.review(""),
      } as const,
    ],
    [],
  );
  useCommands(commands);
  useEffect(() => {
    if (here === undefined) return;
    list.current?.querySelector(`[data-contact="${CSS.escape(here.contact)}"]`)?.scrollIntoView({ block: "nearest" });
  }, [here]);

  if (page === undefined) return null;
  return (
    <div className={styles.inbox}>
      <div className={styles.side}>
        <div className={styles.filter}>
          <StaffSelect
            label={t("team.of")}
            options={[
              { value: EVERYBODY, label: t("team.everybody") },
              ...people.map(({ id, name }) => ({ value: id, label: name })),
            ]}
            value={staff ?? EVERYBODY}
            onChange={(chosen) => {
              setStaff(chosen === EVERYBODY ? null : chosen);
              setAt(null);
              place.current = 0;
            }}
          />
          {rows.length > 1 && may("review_contacts") && (
            <Button
              size="s"
              tone="quiet"
              icon="check"
              busy={readAll.busy}
              onPress={async () => {
                const contacts = rows.map(({ contact }) => contact);
                if (await readAll.run({ contacts })) leave(contacts);
              }}
            >
              {t("team.all_seen", { n: rows.length })}
            </Button>
          )}
        </div>
        <ul ref={list} className={styles.list} aria-label={t("team.contacts")}>
          {rows.map((row) => (
            <li key={row.contact}>
              <button
                type="button"
                data-contact={row.contact}
                className={styles.item}
                title={row.content}
                aria-current={row === here || undefined}
                onClick={() => goTo(row.contact)}
              >
                {row.level_to && <LevelChip level={row.level_to} label={label("levels", row.level_to)} />}
                <span className={styles.name}>{row.customer_name || t("customers.unnamed")}</span>
                <span className={styles.when}>{f.moment(row.entered)}</span>
                <span className={styles.sub}>{`${row.staff_name ?? ""} · ${row.content}`}</span>
              </button>
            </li>
          ))}
        </ul>
        {page.next !== null && limit < MOST && (
          <Button size="s" tone="quiet" onPress={() => setLimit(limit + PAGE)}>
            {t("team.show_more")}
          </Button>
        )}
      </div>
      {here === undefined ? (
        <div className={styles.nothing}>
          <EmptyState icon="check" title={t("team.inbox_empty")}>
            {t("team.inbox_empty_words", { days })}
          </EmptyState>
        </div>
      ) : (
        <ReviewPanel key={here.contact} row={here} busy={read.busy} begun={begun} onReview={review} />
      )}
    </div>
  );
}
