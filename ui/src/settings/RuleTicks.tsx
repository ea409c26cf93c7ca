// A rule that names some of many.
import { Checkbox } from "../kit";
import styles from "./settings.module.css";

type RuleTicksProps = {
  legend: string;
  choices: readonly { value: string; label: string }[];
  ticked: readonly string[];
  onChange: (ticked: string[]) => void;
};

export function RuleTicks({ legend, choices, ticked, onChange }: RuleTicksProps) {
  return (
    <fieldset className={styles.part}>
      <legend className={styles.legend}>{legend}</legend>
      <div className={styles.ticks}>
        {choices.map(({ value, label }) => (
          <Checkbox
            key={value}
            checked={ticked.includes(value)}
            onChange={(on) => onChange(on ? [...ticked, value] : ticked.filter((one) => one !== value))}
          >
            {label}
          </Checkbox>
        ))}
      </div>
    </fieldset>
  );
}
