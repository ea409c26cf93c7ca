// What they want, in one line: model, colour, budget, when, and against what.
import { useHouse } from "../desk";
import type { CustomerFields } from "../generated/types";
import { useWords } from "../words";
import styles from "./Wants.module.css";

export function Wants({ fields }: { fields: CustomerFields }) {
  const { t, f } = useWords();
  const { label } = useHouse();
  const { model, colour, budget, purchase_window, purchase_type, main_use, competitor, focus_points } = fields;
  const parts = [
    model,
    label("colours", colour),
    budget === null || budget === undefined ? null : f.wan(budget),
    label("purchase_windows", purchase_window),
    label("purchase_types", purchase_type),
    label("main_uses", main_use),
    competitor ? t("customers.competes", { model: competitor }) : null,
    focus_points,
  ].filter((part): part is string => Boolean(part));
  if (parts.length === 0) return null;
  return (
    <span className={styles.wants}>
      {parts.map((part) => (
        <span key={part}>{part}</span>
      ))}
    </span>
  );
}
