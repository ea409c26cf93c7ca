// The recovery key: shown once, printed or written down, and proved by typing two of its groups from the paper.
import { useMemo, useState } from "react";
import { createPortal } from "react-dom";
import { useDesk, useDoorAct } from "../desk";
import { Button, Form, TextField, toast } from "../kit";
import { useWords } from "../words";
import { Sheet } from "./Cover";
import styles from "./door.module.css";
import { Notice, ProblemNotice, useFieldProblem } from "./Notice";
import setUp from "./SetUp.module.css";

type KeyStepProps = { recoveryKey: string; branch: string; onDone: () => void };

/** Two different places, the first before the second. */
function twoOf(count: number): [number, number] {
  const [a = 0, b = 1] = crypto.getRandomValues(new Uint32Array(2));
  const first = a % count;
  const second = (first + 1 + (b % (count - 1))) % count;
  return first < second ? [first, second] : [second, first];
}

function Groups({ groups }: { groups: readonly string[] }) {
  return (
    <ol className={setUp.key} data-copy="">
      {groups.map((group, index) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: places do not move
        <li key={index}>
          <span aria-hidden="true">{index + 1}</span>
          {group}
        </li>
      ))}
    </ol>
  );
}

export function KeyStep({ recoveryKey, branch, onDone }: KeyStepProps) {
  const { t } = useWords();
  const desk = useDesk();
  const act = useDoorAct("confirm_recovery_key");
  const groups = useMemo(() => recoveryKey.split("-"), [recoveryKey]);
  const [asked] = useState(() => twoOf(groups.length));
  const [checking, setChecking] = useState(false);
  const [typed, setTyped] = useState<Record<number, string>>({});
  const said = useFieldProblem(act.problem);

  const copy = async () => {
    await navigator.clipboard.writeText(recoveryKey);
    toast({ text: t("door.key_copied") });
  };
  const confirm = async () => {
    // The groups that are asked for come from the paper; the desk checks the whole.
    const whole = groups.map((group, index) => (asked.includes(index) ? (typed[index] ?? "") : group)).join("-");
    if ((await act.run({ recovery_key: whole })) !== undefined) onDone();
  };

  if (checking) {
    return (
      <Sheet title={t("door.key_check_title")} words={t("door.key_check_words")}>
        <Form className={styles.form} onSubmit={confirm}>
          <div className={setUp.groups}>
            {asked.map((place, index) => (
              <TextField
                key={place}
                label={t("door.key_group", { n: place + 1 })}
                value={typed[place] ?? ""}
                onChange={(text) => {
                  act.forgetProblem();
                  setTyped({ ...typed, [place]: text });
                }}
                size="l"
                autoFocus={index === 0}
              />
            ))}
          </div>
          {said.of("recovery_key_typo", "recovery_key_wrong") && <Notice tone="danger">{t("door.key_differs")}</Notice>}
          <ProblemNotice problem={said.rest("recovery_key_typo", "recovery_key_wrong")} />
          <div className={styles.foot}>
            <Button type="submit" tone="primary" size="l" busy={act.busy}>
              {t("door.key_confirm")}
            </Button>
            <Button tone="quiet" size="l" onPress={() => setChecking(false)}>
              {t("door.key_again")}
            </Button>
          </div>
        </Form>
      </Sheet>
    );
  }
  return (
    <Sheet wide title={t("door.key_title")} words={t("door.key_words")}>
      <Groups groups={groups} />
      <div className={styles.foot}>
        <Button icon="print" onPress={() => desk.print()}>
          {t("kit.print")}
        </Button>
        <Button icon="copy" onPress={copy}>
          {t("door.key_copy")}
        </Button>
      </div>
      <Notice>{t("door.key_warning")}</Notice>
      <div className={`${styles.foot} ${styles.apart}`}>
        <Button tone="primary" size="l" onPress={() => setChecking(true)} autoFocus>
          {t("door.key_written")}
        </Button>
      </div>
      {createPortal(
        <div className={`paper-only ${setUp.paper}`}>
          <h1>{t("door.paper_title")}</h1>
          <p>{branch}</p>
          <Groups groups={groups} />
          <p>{t("door.paper_words")}</p>
        </div>,
        document.body,
      )}
    </Sheet>
  );
}
