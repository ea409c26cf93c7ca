// A field that was written on two PCs at once: both values with who wrote them where, and one press says which is right.
import type { ReactNode } from "react";
import { useValueWords } from "../customers";
import { useAct } from "../desk";
import type { ContestedField, SaidThere } from "../generated/types";
import { Button } from "../kit";
import { useWords } from "../words";
import styles from "./disorders.module.css";
import { useThere } from "./useThere";

type ContestedProps = {
  contested: ContestedField;
  /** Whose it is, where that is not said above. */
  of?: ReactNode;
  /** Whoever looks may settle it. */
  may: boolean;
};

export function Contested({ contested, of, may }: ContestedProps) {
  const { t, find } = useWords();
  const words = useValueWords();
  const there = useThere();
  const { table, row, field, stands, other } = contested;
  const settle = useAct("settle_field", { done: () => t("disorders.settled") });
  const label = find(`customers.f_${table}_${field}`) ?? find(`customers.f_${field}`) ?? field;
  const said = ({ value }: SaidThere) => (value === null ? null : words(table, field, value)) ?? t("disorders.emptied");
  const choose = (right: boolean) => settle.run({ table, row, field, other: right });
  const lines = [
    { said: stands, other: false, does: t("disorders.keep") },
    { said: other, other: true, does: t("disorders.take") },
  ];
  return (
    <li className={styles.one}>
      <p className={styles.head}>
        {of}
        <b>{label}</b>
      </p>
      <ul className={styles.values} aria-label={label}>
        {lines.map((line) => (
          <li key={line.does} className={styles.value} data-other={line.other || undefined}>
            <span className={styles.what}>
              <b>{said(line.said)}</b>
              {!line.other && <small>{t("disorders.stands")}</small>}
            </span>
            <span className={styles.sub}>{there(line.said)}</span>
            {may && (
              <Button size="s" busy={settle.busy} onPress={() => choose(line.other)}>
                {line.does}
              </Button>
            )}
          </li>
        ))}
      </ul>
    </li>
  );
}
