// A new branch in four steps: the branch and its administrator, the key on paper, the people, what is already known.
import { useState } from "react";
import { useWords } from "../words";
import { BranchStep } from "./BranchStep";
import { Cover } from "./Cover";
import { ImportStep } from "./ImportStep";
import { KeyStep } from "./KeyStep";
import styles from "./SetUp.module.css";
import { StaffStep } from "./StaffStep";

const STEPS = ["branch", "key", "staff", "import"] as const;

type SetUpProps = {
  onBack: () => void;
  /** The branch is there; the rest of the steps may be left and done later. */
  onBegun: () => void;
  onDone: () => void;
};

export function SetUp({ onBack, onBegun, onDone }: SetUpProps) {
  const { t } = useWords();
  const [branch, setBranch] = useState("");
  const [key, setKey] = useState("");
  const [at, setAt] = useState(0);
  const next = () => setAt(at + 1);
  const step = STEPS[at];
  return (
    <Cover
      title={branch.trim() === "" ? t("door.way_set_up") : branch}
      over={branch.trim() === "" ? null : t("door.way_set_up")}
      page={
        <>
          {step === "branch" && (
            <BranchStep
              branch={branch}
              onBranch={setBranch}
              onBack={onBack}
              onBegin={onBegun}
              onDone={(made) => {
                setKey(made);
                next();
              }}
            />
          )}
          {step === "key" && <KeyStep recoveryKey={key} branch={branch} onDone={next} />}
          {step === "staff" && <StaffStep onDone={next} />}
          {step === "import" && <ImportStep onDone={onDone} />}
        </>
      }
    >
      <ol className={styles.steps}>
        {STEPS.map((name, index) => (
          <li key={name} data-done={index < at || undefined} aria-current={index === at ? "step" : undefined}>
            <span className={styles.sign} aria-hidden="true">
              {index < at ? "✓" : index + 1}
            </span>
            {t(`door.step_${name}`)}
          </li>
        ))}
      </ol>
    </Cover>
  );
}
