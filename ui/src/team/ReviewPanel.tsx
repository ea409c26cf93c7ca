// One contact, with all that is needed to judge it, and what the manager says of it.
import { useRef, useState } from "react";
import { useHouse } from "../desk";
import { useCustomerDrawer } from "../frame/useCustomerDrawer";
import type { ReviewRow } from "../generated/types";
import { Button, Chip, Facts, LevelChip, TextField } from "../kit";
import { useWords } from "../words";
import styles from "./team.module.css";

type ReviewPanelProps = {
  row: ReviewRow;
  busy: boolean;
  /** One is reading already: the hand is here. */
  begun: boolean;
  onReview: (remark: string) => Promise<boolean>;
};

export function ReviewPanel({ row, busy, begun, onReview }: ReviewPanelProps) {
  const { t, f, lang } = useWords();
  const { items, label } = useHouse();
  const drawer = useCustomerDrawer();
  const [remark, setRemark] = useState("");
  const words = useRef<HTMLDivElement>(null);
  const phrases = items("review_phrases");
  const say = (phrase: string) => {
    setRemark((said) => (said.trim() === "" ? phrase : `${said.trim()} ${phrase}`));
    words.current?.querySelector("textarea")?.focus();
  };
  const level = (code: string | null) => code && <LevelChip level={code} label={label("levels", code)} />;
  const facts = [
    {
      name: t("team.level_path"),
      value: (
        <span className={styles.path}>
          {level(row.level_from)}
          {row.level_from !== row.level_to && (
            <>
              <span aria-hidden="true">→</span>
              {level(row.level_to)}
            </>
          )}
        </span>
      ),
    },
    { name: t("team.next"), value: row.next === null ? t("team.next_none") : f.day(row.next) },
    ...(row.question === null ? [] : [{ name: t("team.question"), value: row.question }]),
    ...(row.answer === null ? [] : [{ name: t("team.answer"), value: row.answer }]),
    ...(row.before === null
      ? []
      : [
          {
            name: t("team.before"),
            value: (
              <>
                <span className={styles.when}>{f.moment(row.before.at)} </span>
                {row.before.content}
              </>
            ),
          },
        ]),
  ];
  return (
    <section
      className={styles.panel}
      aria-label={row.customer_name}
      onKeyDown={(event) => {
        if (event.altKey) return;
        const typing = event.target instanceof HTMLTextAreaElement;
        if (event.key === "Enter" && (event.ctrlKey || event.metaKey)) onReview(remark);
        else if (typing || event.ctrlKey || event.metaKey) return;
        else {
          const phrase = /^[1-9]$/.test(event.key) ? phrases[Number(event.key) - 1] : undefined;
          if (phrase === undefined) return;
          say(phrase.label[lang]);
        }
        event.preventDefault();
        event.stopPropagation();
      }}
    >
      <header className={styles.head}>
        <h2>{row.customer_name || t("customers.unnamed")}</h2>
        {row.model && <span>{row.model}</span>}
        <Button size="s" tone="link" icon="user" onPress={() => drawer.open(row.customer)}>
          {t("team.open_customer")}
        </Button>
      </header>
      <p className={styles.by}>
        <b>{row.staff_name}</b>
        <span>
          {f.moment(row.at)} {label("ways", row.way)}
        </span>
        {row.timely === "late" && <Chip tone="danger">{t("team.late", { n: row.late_days })}</Chip>}
        {row.timely === "in_time" && <Chip tone="good">{t("team.in_time")}</Chip>}
        {row.timely === "unasked" && <Chip>{t("team.unasked")}</Chip>}
        {row.back_filled && (
          <>
            <Chip tone="warn">{t("team.back_filled")}</Chip>
            <span className={styles.when}>{t("team.entered", { when: f.moment(row.entered) })}</span>
          </>
        )}
      </p>
      <blockquote className={styles.said} data-copy="">
        {row.content}
      </blockquote>
      <Facts facts={facts} />
      <div className={styles.answer} ref={words}>
        <div className={styles.phrases} role="group" aria-label={t("team.phrases")}>
          {phrases.map(({ code, label: said }, index) => (
            <Button key={code} size="s" keys={index < 9 ? String(index + 1) : ""} onPress={() => say(said[lang])}>
              {said[lang]}
            </Button>
          ))}
        </div>
        <TextField
          label={t("team.remark")}
          hideLabel
          lines
          value={remark}
          onChange={setRemark}
          placeholder={t("team.remark_hint", { name: row.staff_name ?? "" })}
        />
        <div className={styles.foot}>
          <Button autoFocus={begun} keys="Enter" icon="check" busy={busy} onPress={() => onReview("")}>
            {t("team.seen")}
          </Button>
          <Button
            tone="primary"
            keys="Ctrl+Enter"
            busy={busy}
            isDisabled={remark.trim() === ""}
            onPress={() => onReview(remark)}
          >
            {t("team.send")}
          </Button>
        </div>
      </div>
    </section>
  );
}
