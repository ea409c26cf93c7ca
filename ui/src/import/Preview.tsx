// Before anything is kept: what the sheet is, what will come of it, what is not clear. Corrected here, then imported.
import { useState } from "react";
import type { AdjustImport, ImportPreview, Problem, SheetKind } from "../generated/types";
import { Button, Figure, Icon, Page as Screen, Select, Tabs } from "../kit";
import { useWords } from "../words";
import { Columns } from "./Columns";
import { Problems, SharedPhones, Strangers } from "./Findings";
import styles from "./Import.module.css";

export type PreviewProps = {
  preview: ImportPreview;
  adjusting: boolean;
  problem: Problem | null;
  onAdjust: (ask: Omit<AdjustImport, "id">) => void;
  onCommit: () => void;
  onChoose: () => void;
};

const KINDS: readonly Exclude<SheetKind, "unknown">[] = ["register", "customers", "catalogue"];
type TabId = "columns" | "problems" | "strangers" | "shared";

function Counts({ preview }: { preview: ImportPreview }) {
  const { t, f } = useWords();
  const { kind, rows_read, contacts, customers_new, customers_joined, without_phone, left_out, trims } = preview;
  return (
    <div className={styles.counts}>
      <Figure value={f.number(rows_read)} label={t("import.rows_read")} />
      {kind === "catalogue" && <Figure value={f.number(trims)} label={t("import.trims")} />}
      {kind === "register" && <Figure value={f.number(contacts)} label={t("import.contacts")} />}
      {kind !== "catalogue" && (
        <>
          <Figure value={f.number(customers_new)} label={t("import.customers_new")} />
          <Figure value={f.number(customers_joined)} label={t("import.customers_joined")} />
          <Figure value={f.number(without_phone)} label={t("import.without_phone")} />
        </>
      )}
      <Figure value={f.number(left_out)} label={t("import.left_out")} tone={left_out > 0 ? "danger" : undefined} />
    </div>
  );
}

/** What pressing the button will do, with its number. */
function useCommitWords() {
  const { t, f } = useWords();
  return ({ kind, contacts, customers_new, customers_joined, trims }: ImportPreview): [string, number] => {
    if (kind === "catalogue") return [t("import.commit_catalogue", { n: f.number(trims) }), trims];
    if (kind === "customers") {
      const n = customers_new + customers_joined;
      return [t("import.commit_customers", { n: f.number(n) }), n];
    }
    return [t("import.commit_register", { n: f.number(contacts) }), contacts];
  };
}

export function Preview({ preview, adjusting, problem, onAdjust, onCommit, onChoose }: PreviewProps) {
  const { t, problemWords } = useWords();
  const commitWords = useCommitWords();
  const [wanted, setTab] = useState<TabId>("columns");
  const known = preview.kind !== "unknown";
  const [words, n] = commitWords(preview);
  const { unknown_consultants: strangers, shared_phones: shared } = preview;

  const tabs = [
    {
      id: "columns" as const,
      label: t("import.tab_columns"),
      count: preview.columns.length,
      content: <Columns preview={preview} busy={adjusting} onAdjust={onAdjust} />,
    },
    {
      id: "problems" as const,
      label: t("import.tab_problems"),
      count: preview.problem_count,
      content: <Problems problems={preview.problems} count={preview.problem_count} />,
    },
    ...(strangers.length > 0
      ? [
          {
            id: "strangers" as const,
            label: t("import.tab_strangers"),
            count: strangers.length,
            content: <Strangers strangers={strangers} />,
          },
        ]
      : []),
    ...(shared.length > 0
      ? [
          {
            id: "shared" as const,
            label: t("import.tab_shared"),
            count: shared.length,
            content: <SharedPhones phones={shared} />,
          },
        ]
      : []),
  ];
  const tab = tabs.some(({ id }) => id === wanted) ? wanted : "columns";
  return (
    <Screen
      fixed
      title={t("frame.import")}
      glance={<span className={styles.file}>{preview.file}</span>}
      actions={
        <>
          <Button onPress={onChoose}>{t("import.other_file")}</Button>
          <Button tone="primary" isDisabled={!known || adjusting || n === 0} onPress={onCommit}>
            {known ? words : t("import.say_kind_first")}
          </Button>
        </>
      }
      bar={
        <>
          <div className={styles.kind}>
            <Select
              label={t("import.kind")}
              hideLabel
              options={KINDS.map((kind) => ({ value: kind, label: t(`import.kind_${kind}`) }))}
              value={known ? preview.kind : null}
              placeholder={t("import.kind_choose")}
              disabled={adjusting}
              onChange={(kind) => kind !== preview.kind && onAdjust({ kind: kind as SheetKind })}
            />
          </div>
          {preview.sheets.length > 1 && (
            <div className={styles.kind}>
              <Select
                label={t("import.sheet")}
                hideLabel
                options={preview.sheets.map((name, index) => ({ value: String(index), label: name }))}
                value={String(preview.sheet)}
                disabled={adjusting}
                onChange={(sheet) => sheet !== null && onAdjust({ sheet: Number(sheet) })}
              />
            </div>
          )}
          <Counts preview={preview} />
          {!known && (
            <p className={styles.warn}>
              <Icon name="warning" size={16} />
              {t("import.kind_unclear")}
            </p>
          )}
          {problem !== null && (
            <p role="alert" className={styles.problem}>
              <Icon name="warning" size={16} />
              {problemWords(problem)}
            </p>
          )}
        </>
      }
    >
      <div className={styles.body}>
        <Tabs label={t("import.preview")} value={tab} onChange={setTab} tabs={tabs} />
      </div>
    </Screen>
  );
}
