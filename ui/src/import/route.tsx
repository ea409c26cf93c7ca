// Import: an old register, a customer list or a catalogue. First a preview, then all of it or nothing.
import { useMemo, useRef } from "react";
import { LongWork } from "../door/LongWork";
import { useCommands } from "../frame/commands";
import { Button, EmptyState, fetched, Page as Screen } from "../kit";
import { useWords } from "../words";
import styles from "./Import.module.css";
import { useImport } from "./useImport";

const Preview = fetched(() => import("./Preview").then(({ Preview }) => Preview));
const Done = fetched(() => import("./Done").then(({ Done }) => Done));

export function Page() {
  const { t, problemWords } = useWords();
  const { stand, adjusting, refused, undoing, choose, adjust, commit, undo, cancel, restart } = useImport();
  const chooseNow = useRef(choose);
  chooseNow.current = choose;
  useCommands(
    useMemo(
      () => [
        {
          id: "choose_file",
          label: "import.choose",
          keys: "Ctrl+O",
          noun: "import",
          run: () => chooseNow.current(),
        } as const,
      ],
      [],
    ),
  );

  switch (stand.step) {
    case "start": {
      const wrong = stand.problem;
      return (
        <Screen title={t("frame.import")}>
          <EmptyState
            icon={wrong ? "warning" : "import"}
            title={wrong ? problemWords(wrong) : t("import.empty_title")}
            actions={
              <Button autoFocus tone="primary" icon="folder" keys="Ctrl+O" onPress={choose}>
                {wrong ? t("import.other_file") : t("import.choose")}
              </Button>
            }
          >
            {wrong ? t("import.nothing_kept") : t("import.empty_words")}
          </EmptyState>
        </Screen>
      );
    }
    case "reading":
    case "saving":
      return (
        <Screen title={t("frame.import")}>
          <div className={styles.working}>
            <LongWork
              key={stand.step}
              phase={stand.step === "saving" ? "saving" : "reading"}
              onStop={cancel}
              note={t("import.all_or_nothing")}
            />
          </div>
        </Screen>
      );
    case "preview":
      return (
        <Preview
          preview={stand.preview}
          adjusting={adjusting}
          problem={stand.problem ?? refused}
          onAdjust={adjust}
          onCommit={commit}
          onChoose={choose}
        />
      );
    case "done":
      return (
        <Done
          preview={stand.preview}
          done={stand.done}
          undone={stand.undone}
          undoing={undoing}
          onUndo={undo}
          onAgain={restart}
        />
      );
  }
}
