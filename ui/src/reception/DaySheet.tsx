// The daily sheet: the day in figures, what is left over and where to do it, a note, and closing. Whoever closes signs; a manager checks.
import { useEffect, useRef, useState } from "react";
import { useAct, useMay } from "../desk";
import type { ReceptionView } from "../generated/types";
import { Button, composing, Drawer, Icon, TextField } from "../kit";
import { useWords } from "../words";
import type { BoardTab } from "./Board";
import styles from "./DaySheet.module.css";
import { SheetActions } from "./SheetActions";
import { Weather } from "./Weather";

export type DaySheetProps = {
  view: ReceptionView;
  isToday: boolean;
  /** Leads to where something is left over. */
  onGo: (tab: BoardTab) => void;
  onClose: () => void;
};

export function DaySheet({ view, isToday, onGo, onClose }: DaySheetProps) {
  const { t, f, problemWords } = useWords();
  const may = useMay();
  const { totals, sheet, day } = view;
  const [note, setNote] = useState(sheet.note ?? "");
  const close = useAct("close_day", { ownProblems: true, done: () => t("reception.sheet_done") });
  const check = useAct("check_day", { done: () => t("reception.sheet_check_done") });
  const reopen = useAct("reopen_day", { done: () => t("reception.sheet_reopened") });
  const closed = sheet.state === "closed";
  const here = totals.open;
  const place = useRef<HTMLDivElement>(null);
  const onKey = useRef<(event: KeyboardEvent) => void>(() => {});
  onKey.current = (event) => {
    if (event.key !== "Enter" || !(event.ctrlKey || event.metaKey) || composing(event)) return;
    if (closed || here > 0 || close.busy || !may("close_day")) return;
    event.preventDefault();
    close.run({ day, note });
  };
  useEffect(() => {
    // From wherever one is in the drawer, its head and its foot too.
    const drawer = place.current?.closest("aside");
    const heard = (event: KeyboardEvent) => onKey.current(event);
    drawer?.addEventListener("keydown", heard);
    return () => drawer?.removeEventListener("keydown", heard);
  }, []);
  const share = totals.first_visits === 0 ? "—" : `${Math.round((totals.first_filed / totals.first_visits) * 100)} %`;
  const figures: { name: string; value: number | string; of?: string }[] = [
    { name: t("reception.sheet_visits"), value: totals.walk_ins },
    { name: t("reception.sheet_people"), value: totals.people },
    { name: t("reception.sheet_others"), value: totals.others },
    { name: t("reception.frequency_first"), value: totals.first },
    { name: t("reception.frequency_again"), value: totals.again },
    { name: t("reception.frequency_invited"), value: totals.invited },
    { name: t("reception.sheet_calls"), value: totals.calls },
    { name: t("reception.sheet_missed"), value: totals.missed },
    { name: t("reception.sheet_retention"), value: share, of: `${totals.first_filed}/${totals.first_visits}` },
  ];
  const openOthers = view.others.filter(({ state }) => state === "open").length;
  const over = [
    { tab: "open" as const, label: t("reception.sheet_here"), n: here - openOthers },
    { tab: "others" as const, label: `${t("reception.sheet_here")} · ${t("reception.tab_others")}`, n: openOthers },
    { tab: "waiting" as const, label: t("reception.sheet_waiting"), n: view.waiting_count },
    { tab: "incomplete" as const, label: t("reception.sheet_incomplete"), n: view.incomplete_count },
  ].filter(({ n }) => n > 0);
  const foot = closed ? (
    <>
      <SheetActions day={view.day} />
      {may("reopen_day") && (
        <Button tone="quiet" busy={reopen.busy} onPress={() => reopen.run({ day })}>
          {t("reception.sheet_reopen")}
        </Button>
      )}
      {may("check_day") && sheet.checked_at === null && (
        <Button tone="primary" busy={check.busy} onPress={() => check.run({ day })}>
          {t("reception.sheet_check")}
        </Button>
      )}
    </>
  ) : (
    <>
      <SheetActions day={view.day} />
      {may("close_day") && (
        <Button
          tone="primary"
          keys="Ctrl+Enter"
          busy={close.busy}
          isDisabled={here > 0}
          onPress={() => close.run({ day, note })}
        >
          {t("reception.sheet_close")}
        </Button>
      )}
    </>
  );
  return (
    <Drawer
      title={t("reception.sheet")}
      width={460}
      onClose={onClose}
      head={
        <span className={styles.head}>
          {f.fullDay(day)}
          {isToday ? (
            <Weather weather={sheet.weather} mayEdit={may("set_weather")} />
          ) : (
            <Weather weather={sheet.weather} mayEdit={false} />
          )}
        </span>
      }
      foot={foot}
    >
      <div ref={place} className={styles.sheet}>
        {closed && (
          <p className={styles.signed}>
            <Icon name="check" size={17} />
            <span>
              {sheet.signed_at !== null &&
                t("reception.sheet_signed", { name: sheet.signed_by_name ?? "", time: f.moment(sheet.signed_at) })}
              {sheet.checked_at !== null && (
                <>
                  <br />
                  {t("reception.sheet_checked", {
                    name: sheet.checked_by_name ?? "",
                    time: f.moment(sheet.checked_at),
                  })}
                </>
              )}
            </span>
          </p>
        )}
        <section aria-label={t("reception.sheet_figures")} className={styles.figures}>
          <dl>
            {figures.map(({ name, value, of }) => (
              <div key={name}>
                <dt>{name}</dt>
                <dd>
                  {value}
                  {of !== undefined && <span className={styles.of}>{of}</span>}
                </dd>
              </div>
            ))}
          </dl>
        </section>
        <section aria-label={t("reception.sheet_left_over")} className={styles.over}>
          <h3>{t("reception.sheet_left_over")}</h3>
          {over.length === 0 ? (
            <p className={styles.none}>{t("reception.sheet_none")}</p>
          ) : (
            <ul>
              {over.map(({ tab, label, n }) => (
                <li key={tab}>
                  <b>{n}</b>
                  <span>{label}</span>
                  <Button
                    size="s"
                    tone="link"
                    aria-label={`${label}: ${t("reception.sheet_go")}`}
                    onPress={() => onGo(tab)}
                  >
                    {t("reception.sheet_go")}
                  </Button>
                </li>
              ))}
            </ul>
          )}
          {here > 0 && <p className={styles.must}>{t("reception.sheet_must_leave", { n: here })}</p>}
        </section>
        {close.problem !== null && (
          <p role="alert" className={styles.problem}>
            {problemWords(close.problem)}
          </p>
        )}
        {closed || !may("close_day") ? (
          sheet.note && <p className={styles.note}>{sheet.note}</p>
        ) : (
          <TextField
            label={t("reception.sheet_note")}
            description={t("reception.sheet_note_hint")}
            value={note}
            onChange={setNote}
            lines
            optional
            maxLength={4_000}
          />
        )}
      </div>
    </Drawer>
  );
}
