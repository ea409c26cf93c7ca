// An empty PC joins a branch that is already at work, with the code that one of its PCs shows.
import { useState } from "react";
import { useDoorAct } from "../desk";
import { Button, Form, TextField, toast } from "../kit";
import { useWords } from "../words";
import { Sheet } from "./Cover";
import styles from "./door.module.css";
import { LongWork } from "./LongWork";
import { ProblemNotice, useFieldProblem } from "./Notice";

const CODE = ["pairing_code_typo", "pairing_code_wrong"];
const NAME = ["name_missing", "text_too_long"];
const ADDRESS = ["address_unreadable", "hub_unreachable", "hub_is_another"];

export function Join({ onBack }: { onBack: () => void }) {
  const { t } = useWords();
  const act = useDoorAct("join_branch");
  const [code, setCode] = useState("");
  const [name, setName] = useState("");
  const [address, setAddress] = useState("");
  const [tried, setTried] = useState(false);
  const said = useFieldProblem(act.problem);
  const missing = (text: string) => (tried && text.trim() === "" ? t("door.needed") : null);
  const join = async () => {
    setTried(true);
    if (code.trim() === "" || name.trim() === "") return;
    const done = await act.run({ code, name, address: address.trim() === "" ? null : address });
    if (done !== undefined) toast({ text: t("door.joined") });
  };
  return (
    <Sheet title={t("door.join_title")} words={t("door.join_words")}>
      <Form className={styles.form} onSubmit={join}>
        <TextField
          label={t("door.join_code")}
          description={t("door.join_code_hint")}
          value={code}
          onChange={setCode}
          error={said.of(...CODE) ?? missing(code)}
          maxLength={40}
          autoFocus
        />
        <TextField
          label={t("door.join_name")}
          description={t("door.join_name_hint")}
          value={name}
          onChange={setName}
          error={said.of(...NAME) ?? missing(name)}
          maxLength={40}
        />
        <TextField
          label={t("door.join_address")}
          value={address}
          onChange={setAddress}
          error={said.of(...ADDRESS)}
          maxLength={100}
        />
        <ProblemNotice problem={said.rest(...CODE, ...NAME, ...ADDRESS)} />
        {act.busy && <LongWork phase="joining" />}
        <div className={styles.foot}>
          <Button type="submit" tone="primary" busy={act.busy}>
            {t("door.join")}
          </Button>
          <Button tone="quiet" onPress={onBack}>
            {t("kit.cancel")}
          </Button>
        </div>
      </Form>
    </Sheet>
  );
}
