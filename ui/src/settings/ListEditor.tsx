// One list: labels in three languages, order, what is still offered. A code is written into records and never changes.
import { useRef, useState } from "react";
import { useAct } from "../desk";
import type { Item } from "../generated/types";
import { Button, Form, useKeptFocus } from "../kit";
import { LANG_NAMES, LANGS, useWords } from "../words";
import { ItemRow } from "./ItemRow";
import styles from "./Lists.module.css";

const NEW = "new-";
/** Simplified Chinese is needed; the other languages fall back to it. */
const isWhole = ({ label }: Item) => label["zh-CN"].trim() !== "";
/** A new item has no code yet: the desk makes one. */
const asked = (item: Item): Item => (item.code.startsWith(NEW) ? { ...item, code: "" } : item);

type ListEditorProps = {
  list: string;
  items: Item[];
  /** Each item belongs to one of these. */
  parents?: readonly Item[] | null | undefined;
};

export function ListEditor({ list, items: kept, parents = null }: ListEditorProps) {
  const { t } = useWords();
  const act = useAct("change_house");
  const [items, setItems] = useState(kept);
  const [from, setFrom] = useState(kept);
  const [tried, setTried] = useState(false);
  const editor = useRef<HTMLDivElement>(null);
  const toAdd = useRef<HTMLButtonElement>(null);
  // An arrow at the end of the list leaves it to the other arrow; what was saved or dropped, to the next item.
  useKeptFocus(editor, (lost) => {
    const row = lost.isConnected ? lost.closest("fieldset") : null;
    (row?.querySelector<HTMLElement>("button:enabled") ?? toAdd.current)?.focus();
  });
  // The desk has another version (saved, or undone): show that.
  if (from !== kept) {
    setFrom(kept);
    setItems(kept);
  }
  const changed = JSON.stringify(items) !== JSON.stringify(kept);
  const days = list === "levels";
  const within = list === "levels" || list === "purchase_windows";

  const move = (index: number, by: number) => {
    const next = [...items];
    const [item] = next.splice(index, 1);
    if (item) next.splice(index + by, 0, item);
    setItems(next);
  };
  const save = async () => {
    setTried(true);
    if (changed && items.every(isWhole)) await act.run({ list, items: items.map(asked) });
  };
  const add = () =>
    setItems([
      ...items,
      {
        code: `${NEW}${items.length}`,
        label: { "zh-CN": "", "zh-TW": "", en: "" },
        active: true,
        interval: null,
        within: null,
        parent: null,
      },
    ]);

  return (
    <div ref={editor}>
      <Form label={t(`settings.list_${list}` as "settings.list_levels")} onSubmit={save}>
        <div
          className={styles.rows}
          data-days={days || undefined}
          data-within={within || undefined}
          data-parent={parents !== null || undefined}
        >
          <div className={styles.head} aria-hidden="true">
            <span />
            {LANGS.map((lang) => (
              <span key={lang}>{LANG_NAMES[lang]}</span>
            ))}
            {parents && <span>{t("settings.item_parent")}</span>}
            {days && <span>{t("settings.interval")}</span>}
            {within && <span>{t("settings.within")}</span>}
            <span>{t("settings.offered")}</span>
          </div>
          {items.map((item, index) => (
            <ItemRow
              key={item.code}
              item={item}
              parents={parents}
              days={days}
              within={within}
              tried={tried}
              first={index === 0}
              last={index === items.length - 1}
              fresh={item.code.startsWith(NEW)}
              onChange={(next) => setItems(items.map((one) => (one.code === item.code ? next : one)))}
              onMove={(by) => move(index, by)}
            />
          ))}
        </div>
        <div className={styles.foot}>
          <Button ref={toAdd} icon="plus" onPress={add}>
            {t("settings.add_item")}
          </Button>
          <Button type="submit" tone="primary" busy={act.busy} isDisabled={!changed} keys="Ctrl+Enter">
            {t("kit.save")}
          </Button>
          {changed && (
            <Button tone="quiet" onPress={() => setItems(kept)}>
              {t("settings.drop_changes")}
            </Button>
          )}
        </div>
      </Form>
    </div>
  );
}
