// One person sits down at an open PC: by PIN; by password where there is no PIN, or for what needs it.
import { useState } from "react";
import { useDoorAct } from "../desk";
import type { Problem } from "../generated/types";
import { Button, Form, TextField } from "../kit";
import { useWords } from "../words";
import { PIN_CODES, ProblemNotice, useFieldProblem } from "./Notice";
import type { Person } from "./PeopleTiles";
import { PinField } from "./PinField";
import styles from "./Seats.module.css";

type SeatProps = {
  person: Person;
  onSeated: () => void;
  /** The PIN was wrong too often: the door is closed now, and this must be said there. */
  onClosed: (problem: Problem) => void;
};

function ByPin({ person, onSeated, onClosed }: SeatProps) {
  const { t } = useWords();
  const act = useDoorAct("switch_by_pin", (problem) => {
    if (problem.code === "pin_closed") onClosed(problem);
  });
  const [pin, setPin] = useState("");
  const said = useFieldProblem(act.problem);
  const send = async (full: string) => {
    const seated = (await act.run({ staff: person.id, pin: full })) !== undefined;
    if (seated) onSeated();
    else setPin("");
  };
  return (
    <>
      <PinField
        label={t("door.pin_of", { name: person.name })}
        value={pin}
        onChange={(typed) => {
          if (typed !== "") act.forgetProblem();
          setPin(typed);
        }}
        onFull={send}
        error={said.of(...PIN_CODES)}
        busy={act.busy}
        autoFocus
      />
      <ProblemNotice problem={said.rest(...PIN_CODES, "pin_closed")} />
    </>
  );
}

function ByPassword({ person, onSeated }: SeatProps) {
  const { t } = useWords();
  const act = useDoorAct("sign_in");
  const [password, setPassword] = useState("");
  const [tried, setTried] = useState(false);
  const said = useFieldProblem(act.problem);
  return (
    <Form
      enter="submit"
      className={styles.password}
      onSubmit={async () => {
        setTried(true);
        if (password !== "" && (await act.run({ login: person.login, password })) !== undefined) onSeated();
      }}
    >
      <TextField
        label={t("door.password_of", { name: person.name })}
        type="password"
        value={password}
        onChange={(typed) => {
          act.forgetProblem();
          setPassword(typed);
        }}
        error={said.of("wrong_password") ?? (tried && password === "" ? t("door.needed") : null)}
        size="l"
        autoFocus
      />
      <ProblemNotice problem={said.rest("wrong_password")} />
      <Button type="submit" tone="primary" size="l" busy={act.busy}>
        {t("door.come_in")}
      </Button>
    </Form>
  );
}

export function Seat(props: SeatProps) {
  const { t } = useWords();
  const [byPassword, setByPassword] = useState(!props.person.has_pin);
  return (
    <div className={styles.seat}>
      {byPassword ? <ByPassword {...props} /> : <ByPin {...props} />}
      {props.person.has_pin ? (
        <Button tone="link" onPress={() => setByPassword(!byPassword)}>
          {byPassword ? t("door.use_pin") : t("door.use_password")}
        </Button>
      ) : (
        <p className={styles.hint}>{t("door.no_pin_yet")}</p>
      )}
    </div>
  );
}
