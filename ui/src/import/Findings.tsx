// What the reader stumbled over, row by row with the sheet's own numbers, in plain words; who is not on the staff list;
// which numbers had several consultants.
import type { ImportPreview, RowProblem } from "../generated/types";
import { Table } from "../kit";
import { useWords } from "../words";
import styles from "./Import.module.css";

type Numbered = RowProblem & { id: string };

export function Problems({ problems, count }: { problems: readonly RowProblem[]; count: number }) {
  const { t, f, find } = useWords();
  const rows: Numbered[] = problems.map((problem, index) => ({ ...problem, id: String(index) }));
  return (
    <>
      <p className={styles.note}>
        {count === 0 ? t("import.no_problems") : t("import.problems_note")}
        {count > problems.length &&
          ` ${t("import.problems_first", { shown: f.number(problems.length), n: f.number(count) })}`}
      </p>
      {count > 0 && (
        <Table
          label={t("import.tab_problems")}
          rows={rows}
          rowKey={(row) => row.id}
          tone={(row) => (row.code.startsWith("row_without") ? "late" : undefined)}
          columns={[
            { id: "row", heading: t("import.row"), width: "64px", align: "end", cell: (row) => f.number(row.row) },
            { id: "column", heading: t("import.heading"), width: "minmax(6em, 0.8fr)", cell: (row) => row.column },
            {
              id: "value",
              heading: t("import.cell"),
              width: "minmax(8em, 1fr)",
              cell: (row) => <span title={row.value}>{row.value}</span>,
            },
            {
              id: "words",
              heading: t("import.what"),
              width: "minmax(16em, 2.4fr)",
              cell: (row) => find(`import.problem.${row.code}`) ?? t("import.problem_other", { code: row.code }),
            },
          ]}
        />
      )}
    </>
  );
}

export function Strangers({ strangers }: { strangers: ImportPreview["unknown_consultants"] }) {
  const { t } = useWords();
  return (
    <>
      <p className={styles.note}>{t("import.strangers_note")}</p>
      <Table
        label={t("import.tab_strangers")}
        rows={strangers}
        rowKey={({ name }) => name}
        columns={[
          { id: "name", heading: t("import.in_the_sheet"), width: "minmax(8em, 16em)", cell: ({ name }) => name },
          { id: "rows", heading: t("import.rows"), width: "1fr", cell: ({ rows }) => t("import.n_rows", { n: rows }) },
        ]}
      />
    </>
  );
}

export function SharedPhones({ phones }: { phones: ImportPreview["shared_phones"] }) {
  const { t, f } = useWords();
  return (
    <>
      <p className={styles.note}>{t("import.shared_note")}</p>
      <Table
        label={t("import.tab_shared")}
        rows={phones}
        rowKey={({ phone, owner, others }) => `${phone} ${owner} ${others.join()}`}
        columns={[
          { id: "phone", heading: t("import.field_phone"), width: "140px", cell: ({ phone }) => f.phone(phone) },
          { id: "owner", heading: t("import.field_owner"), width: "minmax(6em, 12em)", cell: ({ owner }) => owner },
          {
            id: "others",
            heading: t("import.others"),
            width: "1fr",
            cell: ({ others }) => others.join(t("import.comma")),
          },
        ]}
      />
    </>
  );
}
