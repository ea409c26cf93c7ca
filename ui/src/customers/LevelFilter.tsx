// Which levels are listed: none pressed means all.
import { ToggleButton } from "react-aria-components";
import { useHouse } from "../desk";
import { LevelChip } from "../kit";
import { useWords } from "../words";
import styles from "./LevelFilter.module.css";

type LevelFilterProps = { chosen: readonly string[]; onChange: (chosen: string[]) => void };

export function LevelFilter({ chosen, onChange }: LevelFilterProps) {
  const { t } = useWords();
  const { items, label } = useHouse();
  return (
    <div role="group" aria-label={t("customers.levels")} className={styles.levels}>
      {items("levels").map(({ code }) => (
        <ToggleButton
          key={code}
          className={styles.level ?? ""}
          aria-label={label("levels", code)}
          isSelected={chosen.includes(code)}
          onChange={(on) => onChange(on ? [...chosen, code] : chosen.filter((one) => one !== code))}
        >
          <LevelChip level={code} label={label("levels", code)} />
        </ToggleButton>
      ))}
    </div>
  );
}
