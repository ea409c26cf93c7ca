// One's own PIN on this PC: six digits, twice, because nothing shows what was typed.
import { useState } from "react";
import { useDoorAct } from "../desk";
import { Button } from "../kit";
import { useWords } from "../words";
import styles from "./door.module.css";
import { PIN_CODES, ProblemNotice, useFieldProblem } from "./Notice";
import { PinField } from "./PinField";

type PinFormProps = {
  onDone: () => void;
  /** What one may do instead, and its words. */
  onCancel: () => void;
  cancel: string;
};

export function PinForm({ onDone, onCancel, cancel }: PinFormProps) {
  const { t } = useWords();
  const act = useDoorAct("set_pin");
  const [first, setFirst] = useState<string | null>(null);
  const [pin, setPin] = useState("");
  const [differs, setDiffers] = useState(false);
  const said = useFieldProblem(act.problem);

  const full = async (typed: string) => {
    if (first === null) {
      setFirst(typed);
      setPin("");
      return;
    }
    setPin("");
    setFirst(null);
    if (first !== typed) {
      setDiffers(true);
      return;
    }
    if ((await act.run({ pin: typed })) !== undefined) onDone();
  };
  return (
    <div className={styles.form}>
      <PinField
        key={first === null ? "first" : "again"}
        label={first === null ? t("door.pin_first") : t("door.pin_again")}
        value={pin}
        onChange={(typed) => {
          if (typed !== "") {
            act.forgetProblem();
            setDiffers(false);
          }
          setPin(typed);
        }}
        onFull={full}
        error={differs ? t("door.pin_differs") : said.of(...PIN_CODES)}
        busy={act.busy}
        autoFocus
      />
      <ProblemNotice problem={said.rest(...PIN_CODES)} />
      <div className={styles.foot}>
        <Button tone="quiet" onPress={onCancel}>
          {cancel}
        </Button>
      </div>
    </div>
  );
}
