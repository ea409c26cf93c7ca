// One choice of a list.
import type { Item } from "../generated/types";
import { Checkbox, IconButton, NumberField, Select, TextField } from "../kit";
import { LANG_NAMES, LANGS, useWords } from "../words";
import styles from "./Lists.module.css";

type ItemRowProps = {
  item: Item;
  /** Belongs to one of these. */
  parents: readonly Item[] | null;
  /** Has an interval in days. */
  days: boolean;
  /** Has a time within which the purchase is expected. */
  within: boolean;
  /** Saving was tried: say what is missing. */
  tried: boolean;
  first: boolean;
  last: boolean;
  /** Just added: one writes its name. */
  fresh: boolean;
  onChange: (item: Item) => void;
  onMove: (by: -1 | 1) => void;
};

export function ItemRow({ item, parents, days, within, tried, first, last, fresh, onChange, onMove }: ItemRowProps) {
  const { t, lang: spoken } = useWords();
  const name = item.label[spoken] || item.label["zh-CN"] || t("settings.add_item");
  return (
    <fieldset className={styles.row} data-off={!item.active || undefined} aria-label={name}>
      <span className={styles.order}>
        <IconButton
          icon="up"
          size="s"
          label={t("settings.move_up", { name })}
          isDisabled={first}
          onPress={() => onMove(-1)}
        />
        <IconButton
          icon="down"
          size="s"
          label={t("settings.move_down", { name })}
          isDisabled={last}
          onPress={() => onMove(1)}
        />
      </span>
      {LANGS.map((lang) => (
        <TextField
          key={lang}
          label={LANG_NAMES[lang]}
          hideLabel
          placeholder={lang === "zh-CN" ? "" : item.label["zh-CN"]}
          value={item.label[lang]}
          onChange={(text) => onChange({ ...item, label: { ...item.label, [lang]: text } })}
          error={tried && lang === "zh-CN" && item.label[lang].trim() === "" ? t("door.needed") : null}
          autoFocus={fresh && lang === "zh-CN"}
          maxLength={60}
        />
      ))}
      {parents && (
        <Select
          label={t("settings.item_parent")}
          hideLabel
          placeholder="—"
          options={parents.map(({ code, label }) => ({ value: code, label: label[spoken] || label["zh-CN"] }))}
          value={item.parent}
          onChange={(parent) => onChange({ ...item, parent })}
        />
      )}
      {days && (
        <NumberField
          label={t("settings.interval")}
          hideLabel
          value={item.interval ?? null}
          onChange={(interval) => onChange({ ...item, interval })}
          min={1}
          max={365}
          suffix={t("settings.days")}
        />
      )}
      {within && (
        <NumberField
          label={t("settings.within")}
          hideLabel
          value={item.within ?? null}
          onChange={(value) => onChange({ ...item, within: value })}
          min={1}
          max={365}
          suffix={t("settings.days")}
        />
      )}
      <span className={styles.offered}>
        <Checkbox checked={item.active} onChange={(active) => onChange({ ...item, active })}>
          <span className={styles.hidden}>{t("settings.offer", { name })}</span>
        </Checkbox>
      </span>
    </fieldset>
  );
}
