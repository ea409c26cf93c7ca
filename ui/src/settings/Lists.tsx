// The lists of the house: levels with their intervals, sources, reasons … in three languages, in the house's order.
import { useState } from "react";
import { useAsk } from "../desk";
import { Page, Select } from "../kit";
import { useWords } from "../words";
import { ListEditor } from "./ListEditor";
import styles from "./Lists.module.css";

/** The lists that the branch may change, the most used first. */
const LISTS = [
  "levels",
  "sources",
  "sub_sources",
  "purposes",
  "ways",
  "transports",
  "drinks",
  "events",
  "call_reasons",
  "purchase_types",
  "not_filed_reasons",
  "skip_reasons",
  "turn_skip_reasons",
  "tags",
  "person_roles",
  "appointment_purposes",
  "appointment_cancel_reasons",
  "review_phrases",
  "erasure_reasons",
  "age_bands",
  "best_times",
  "main_uses",
  "buyer_kinds",
  "buying_steps",
  "purchase_windows",
  "colours",
  "weathers",
  "id_kinds",
] as const;
type ListName = (typeof LISTS)[number];

export function Lists() {
  const { t } = useWords();
  const house = useAsk("house", {}).data;
  const [list, setList] = useState<ListName>("levels");
  const items = house?.lists[list];
  return (
    <Page
      title={t("settings.part_lists")}
      bar={
        <div className={styles.which}>
          <Select
            label={t("settings.which_list")}
            hideLabel
            options={LISTS.filter((name) => house?.lists[name]).map((name) => ({
              value: name,
              label: t(`settings.list_${name}`),
            }))}
            value={list}
            onChange={(name) => setList((name as ListName | null) ?? "levels")}
          />
          <p className={styles.words}>{list === "levels" ? t("settings.levels_words") : t("settings.list_words")}</p>
        </div>
      }
    >
      {items && (
        <ListEditor
          key={list}
          list={list}
          items={items}
          parents={list === "sub_sources" ? house.lists.sources : null}
        />
      )}
    </Page>
  );
}
