// It is in. What came of it, and the way back.
import { useNavigate } from "@tanstack/react-router";
import type { ImportDone, ImportPreview } from "../generated/types";
import { Button, EmptyState, Page as Screen } from "../kit";
import { useWords } from "../words";

export type DoneProps = {
  preview: ImportPreview;
  done: ImportDone;
  undone: boolean;
  undoing: boolean;
  onUndo: () => void;
  onAgain: () => void;
};

export function Done({ preview, done, undone, undoing, onUndo, onAgain }: DoneProps) {
  const { t, f } = useWords();
  const navigate = useNavigate();
  const { kind } = preview;
  const sums = {
    customers: f.number(done.customers_new),
    joined: f.number(done.customers_joined),
    contacts: f.number(done.contacts),
    trims: f.number(done.trims),
  };
  const words =
    kind === "catalogue"
      ? t("import.done_catalogue", sums)
      : kind === "customers"
        ? t("import.done_customers", sums)
        : t("import.done_register", sums);
  return (
    <Screen title={t("frame.import")}>
      <EmptyState
        icon={undone ? "undo" : "check"}
        title={undone ? t("import.undone_title") : t("import.done_title", { file: preview.file })}
        actions={
          <>
            {!undone && (
              <Button icon="undo" busy={undoing} onPress={onUndo}>
                {t("import.undo")}
              </Button>
            )}
            <Button onPress={onAgain}>{t("import.again")}</Button>
            {!undone && kind !== "catalogue" && (
              <Button tone="primary" onPress={() => navigate({ to: "/customers" })}>
                {t("import.see_customers")}
              </Button>
            )}
          </>
        }
      >
        {undone ? t("import.undone_words") : words}
      </EmptyState>
    </Screen>
  );
}
