// Whose customers, which levels, only the overdue, in which order.
import { memo } from "react";
import { useAsk, useMay, useMe } from "../desk";
import { Button, Checkbox } from "../kit";
import { useWords } from "../words";
import styles from "./FilterBar.module.css";
import { type Filter, filtered, NO_FILTER } from "./filters";
import { LevelFilter } from "./LevelFilter";
import { StaffSelect, TagFilter } from "./parts";
import { owners, seesAll, sells } from "./roles";

const ANY = "any";

type FilterBarProps = { filter: Filter; onChange: (filter: Filter) => void };

// Drawn when a filter changes, not when a record opens beside it.
export const FilterBar = memo(function FilterBar({ filter, onChange }: FilterBarProps) {
  const { t } = useWords();
  const me = useMe();
  const may = useMay();
  const all = seesAll(me);
  const staff = useAsk("staff_list", {}, { when: all && may("staff_list") }).data ?? [];
  const mine = sells(me) && me ? [{ value: me.id, label: t("customers.owner_mine") }] : [];
  const others = owners(staff)
    .filter(({ id }) => id !== me?.id)
    .map(({ id, name }) => ({ value: id, label: name }));
  return (
    <div className={styles.bar} role="group" aria-label={t("customers.filters")}>
      {all && (
        <div className={styles.owner}>
          <StaffSelect
            label={t("customers.owner")}
            options={[{ value: ANY, label: t("customers.owner_any") }, ...mine, ...others]}
            value={filter.owner ?? ANY}
            onChange={(owner) => onChange({ ...filter, owner: owner === ANY ? null : owner })}
          />
        </div>
      )}
      <div className={styles.tag}>
        <TagFilter tag={filter.tag} onChange={(tag) => onChange({ ...filter, tag })} />
      </div>
      <Checkbox checked={filter.overdue} onChange={(overdue) => onChange({ ...filter, overdue })}>
        {t("customers.overdue")}
      </Checkbox>
      <LevelFilter chosen={filter.levels} onChange={(levels) => onChange({ ...filter, levels })} />
      {filtered(filter) && (
        <Button tone="link" size="s" onPress={() => onChange({ ...NO_FILTER, sort: filter.sort })}>
          {t("customers.clear_filters")}
        </Button>
      )}
    </div>
  );
});
