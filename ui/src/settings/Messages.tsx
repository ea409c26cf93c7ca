// The texts to say and to send: the list of the house to the left, the text that is being written to the right.
import { useRef, useState } from "react";
import { useAct, useAsk, useHouse } from "../desk";
import type { MessageText } from "../generated/types";
import { Button, Page } from "../kit";
import { useWords } from "../words";
import { MessageEditor } from "./MessageEditor";
import styles from "./Messages.module.css";

const EMPTY = { "zh-CN": "", "zh-TW": "", en: "" };

/** A code that no text has had. */
function freeCode(texts: readonly MessageText[]): string {
  const taken = new Set(texts.map(({ code }) => code));
  let n = texts.length + 1;
  while (taken.has(`own_${n}`)) n += 1;
  return `own_${n}`;
}

export function Messages() {
  const { t, lang } = useWords();
  const { label } = useHouse();
  const house = useAsk("house", {}).data;
  const [code, setCode] = useState<string | null>(null);
  const [fresh, setFresh] = useState<MessageText | null>(null);
  /** What is said when it is done. */
  const said = useRef("");
  const act = useAct("set_rule", { done: () => said.current });
  if (house === undefined) return null;
  const texts = house.rules.messages;
  // The house may have the new one before the answer to its keeping is here.
  const all = fresh === null || texts.some(({ code }) => code === fresh.code) ? texts : [...texts, fresh];
  const here = all.find((text) => text.code === code) ?? all[0];
  const titleOf = (text: MessageText) => text.title[lang] || text.title["zh-CN"] || t("settings.message_new");
  const add = () => {
    const text: MessageText = { code: freeCode(texts), way: "wechat", title: { ...EMPTY }, body: { ...EMPTY } };
    setFresh(text);
    setCode(text.code);
  };
  const keep = async (text: MessageText) => {
    said.current = t("settings.message_kept", { title: titleOf(text) });
    const known = texts.some((one) => one.code === text.code);
    const value = known ? texts.map((one) => (one.code === text.code ? text : one)) : [...texts, text];
    if ((await act.run({ name: "messages", value })) && !known) setFresh(null);
  };
  const remove = async (text: MessageText) => {
    if (text === fresh) setFresh(null);
    else {
      said.current = t("settings.message_removed", { title: titleOf(text) });
      await act.run({ name: "messages", value: texts.filter((one) => one.code !== text.code) });
    }
    setCode(null);
  };
  return (
    <Page title={t("settings.part_messages")} glance={<span>{t("settings.messages_words")}</span>}>
      <div className={styles.messages}>
        <div>
          <ul className={styles.list} aria-label={t("settings.part_messages")}>
            {all.map((text) => (
              <li key={text.code}>
                <button
                  type="button"
                  className={styles.one}
                  aria-current={text === here || undefined}
                  onClick={() => setCode(text.code)}
                >
                  <span className={styles.title}>{titleOf(text)}</span>
                  <span className={styles.way}>{label("ways", text.way)}</span>
                </button>
              </li>
            ))}
          </ul>
          <Button icon="plus" tone="quiet" onPress={add} isDisabled={fresh !== null}>
            {t("settings.message_add")}
          </Button>
        </div>
        {here && (
          <MessageEditor
            key={here.code}
            kept={here}
            fresh={here === fresh}
            busy={act.busy}
            onKeep={keep}
            onRemove={() => remove(here)}
          />
        )}
      </div>
    </Page>
  );
}
