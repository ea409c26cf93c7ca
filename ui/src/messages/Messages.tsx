// What to say to a customer, or to send: a digit chooses the text, Enter copies it, and it can be changed before.
import { useState } from "react";
import { useAsk, useHouse } from "../desk";
import type { Id } from "../generated/types";
import { Button, Chip, Dialog, EmptyState, TextField, toast } from "../kit";
import { useWords } from "../words";
import styles from "./Messages.module.css";

type MessagesProps = { customer: Id; name: string; card?: Id; onClose: () => void };

export function Messages({ customer, name, card, onClose }: MessagesProps) {
  const { t, f, lang, problemWords } = useWords();
  const { label } = useHouse();
  const asked = useAsk("messages", { customer, lang, ...(card ? { card } : {}) }, { forget: true });
  const view = asked.data;
  const [chosen, setChosen] = useState<string | null>(null);
  /** Texts that were changed here, by code. */
  const [own, setOwn] = useState<Record<string, string>>({});
  const texts = view?.texts ?? [];
  const here = texts.find(({ code }) => code === (chosen ?? view?.suggested)) ?? texts[0];
  const text = here === undefined ? "" : (own[here.code] ?? here.body);
  const copy = () =>
    navigator.clipboard.writeText(text).then(() => {
      toast({ text: t("messages.copied") });
    });
  return (
    <Dialog open title={t("messages.title", { name: name || t("customers.unnamed") })} width={700} onClose={onClose}>
      {asked.problem !== null && <EmptyState icon="warning" title={problemWords(asked.problem)} />}
      {view !== undefined && here === undefined && <p className={styles.hint}>{t("messages.none")}</p>}
      {here !== undefined && (
        // biome-ignore lint/a11y/noStaticElementInteractions: digits choose the text, wherever the focus is within
        <div
          className={styles.texts}
          onKeyDown={(event) => {
            if (event.ctrlKey || event.altKey || event.metaKey || event.target instanceof HTMLTextAreaElement) return;
            const text = /^[1-9]$/.test(event.key) ? texts[Number(event.key) - 1] : undefined;
            if (text === undefined) return;
            event.preventDefault();
            setChosen(text.code);
          }}
        >
          <ul className={styles.list} aria-label={t("messages.list")}>
            {texts.map(({ code, title, way }, index) => (
              <li key={code}>
                <button
                  type="button"
                  className={styles.one}
                  aria-pressed={code === here.code}
                  aria-keyshortcuts={index < 9 ? String(index + 1) : undefined}
                  onClick={() => setChosen(code)}
                >
                  <span className={styles.digit} aria-hidden="true">
                    {index < 9 ? index + 1 : ""}
                  </span>
                  <span className={styles.title}>{title}</span>
                  <span className={styles.way}>{label("ways", way)}</span>
                </button>
              </li>
            ))}
          </ul>
          <div className={styles.text} key={here.code}>
            {here.way === "phone" ? (
              <p className={styles.aloud} data-copy="">
                {text}
              </p>
            ) : (
              <TextField
                label={t("messages.text")}
                hideLabel
                lines
                value={text}
                onChange={(typed) => setOwn({ ...own, [here.code]: typed })}
                description={t("messages.send")}
              />
            )}
            <div className={styles.foot}>
              {view?.phone && <Chip>{f.phone(view.phone)}</Chip>}
              <span className={styles.hint}>{here.way === "phone" ? t("messages.say") : ""}</span>
              <Button autoFocus tone="primary" icon="copy" keys="Enter" onPress={copy}>
                {t("messages.copy")}
              </Button>
            </div>
          </div>
        </div>
      )}
    </Dialog>
  );
}
