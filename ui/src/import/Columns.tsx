// What each column of the sheet was taken for, with what stands in it. A wrong guess is put right here and remembered.
import type { AdjustImport, ImportPreview } from "../generated/types";
import { Select } from "../kit";
import { useWords } from "../words";
import styles from "./Import.module.css";

const NOTHING = "-";

/** A, B … Z, AA: as the spreadsheet names its columns. */
export function letterOf(index: number): string {
  const rest = index % 26;
  const letter = String.fromCharCode(65 + rest);
  return index < 26 ? letter : letterOf(Math.floor(index / 26) - 1) + letter;
}

export type ColumnsProps = { preview: ImportPreview; busy: boolean; onAdjust: (ask: Omit<AdjustImport, "id">) => void };

export function Columns({ preview, busy, onAdjust }: ColumnsProps) {
  const { t, find } = useWords();
  const options = [
    { value: NOTHING, label: t("import.field_none") },
    ...preview.field_choices.map((field) => ({ value: field, label: find(`import.field_${field}`) ?? field })),
  ];
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls must be reachable by keys
    <section className={styles.scroll} tabIndex={0} aria-label={t("import.tab_columns")}>
      <p className={styles.note}>{t("import.columns_note")}</p>
      <table className={styles.columns}>
        <thead>
          <tr>
            <th scope="col">{t("import.column")}</th>
            <th scope="col">{t("import.heading")}</th>
            <th scope="col">{t("import.taken_for")}</th>
            <th scope="col">{t("import.samples")}</th>
          </tr>
        </thead>
        <tbody>
          {preview.columns.map(({ index, heading, field, sample }) => (
            <tr key={index} data-none={field === null || undefined}>
              <td className={styles.letter}>{letterOf(index)}</td>
              <th scope="row">{heading || t("import.no_heading")}</th>
              <td className={styles.field}>
                <Select
                  label={t("import.taken_for_of", { heading: heading || letterOf(index) })}
                  hideLabel
                  options={options}
                  value={field ?? NOTHING}
                  disabled={busy}
                  onChange={(chosen) => onAdjust({ columns: [{ index, field: chosen === NOTHING ? null : chosen }] })}
                />
              </td>
              <td className={styles.samples}>
                {sample
                  .filter((text) => text.trim() !== "")
                  .slice(0, 3)
                  .map((text, at) => (
                    // biome-ignore lint/suspicious/noArrayIndexKey: samples have no identity but their place
                    <span key={at}>{text}</span>
                  ))}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
