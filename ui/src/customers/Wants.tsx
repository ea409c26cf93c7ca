// What they want, in one line: model, colour, budget, when, and against what.
import { useHouse } from "../desk";
import type { CustomerFields, RivalRow } from "../generated/types";
import { useWords } from "../words";
import styles from "./Wants.module.css";

export function Wants({ fields, rivals = [] }: { fields: CustomerFields; rivals?: readonly RivalRow[] }) {
  const { t, f } = useWords();
  const { label } = useHouse();
  const { model, colour, budget, purchase_window, purchase_type, main_use, focus_points } = fields;
  const parts = [
    model,
    label("colours", colour),
    budget === null || budget === undefined ? null : f.wan(budget),
    label("purchase_windows", purchase_window),
    label("purchase_types", purchase_type),
    label("main_uses", main_use),
    rivals.length > 0 ? t("customers.competes", { model: rivals.map(({ model }) => model).join("、") }) : null,
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
