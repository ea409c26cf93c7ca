// The people of the branch: a name, a digit for the role, and the password that is handed over on paper.
import { useRef, useState } from "react";
import { useAct } from "../desk";
import type { Role, StaffAdded } from "../generated/types";
import { Button, CopyText, DigitChoice, Form, List, TextField } from "../kit";
import { useWords } from "../words";
import { Sheet } from "./Cover";
import styles from "./door.module.css";
import { Notice, ProblemNotice, useFieldProblem } from "./Notice";
import { ROLES } from "./roles";
import setUp from "./SetUp.module.css";

/** The digits reach nine; administrators are made in the settings. */
const NINE = ROLES.filter((role) => role !== "admin");

export function StaffStep({ onDone }: { onDone: () => void }) {
  const { t } = useWords();
  const act = useAct("add_staff", { done: false, ownProblems: true });
  const [added, setAdded] = useState<StaffAdded[]>([]);
  const [name, setName] = useState("");
  const [role, setRole] = useState<Role | null>(null);
  const [tried, setTried] = useState(false);
  const box = useRef<HTMLInputElement>(null);
  const said = useFieldProblem(act.problem);

  const add = async () => {
    setTried(true);
    if (name.trim() === "" || role === null) return;
    const done = await act.run({ name, roles: [role] });
    if (!done) return;
    setAdded([done, ...added]);
    setTried(false);
    setName("");
    setRole(null);
    box.current?.focus();
  };
  return (
    <Sheet wide title={t("door.staff_title")} words={t("door.staff_words")}>
      <Form className={styles.form} onSubmit={add}>
        <div className={styles.narrow}>
          <TextField
            label={t("door.staff_name")}
            value={name}
            onChange={(typed) => {
              act.forgetProblem();
              setName(typed);
            }}
            error={said.of("login_taken", "text_too_long") ?? (tried && name.trim() === "" ? t("door.needed") : null)}
            inputRef={box}
            maxLength={40}
            autoFocus
          />
        </div>
        <DigitChoice
          label={t("door.staff_role")}
          options={NINE.map((one) => ({ value: one, label: t(`door.role_${one}`) }))}
          value={role}
          onChange={setRole}
          error={tried && role === null ? t("door.needed_role") : null}
          stay
        />
        <ProblemNotice problem={said.rest("login_taken", "text_too_long")} />
        <div className={styles.foot}>
          <Button type="submit" icon="plus" busy={act.busy}>
            {t("door.staff_add")}
          </Button>
        </div>
      </Form>
      {added.length > 0 && (
        <div className={setUp.people}>
          <Notice>{t("door.one_time_once")}</Notice>
          <List
            label={t("door.staff_added")}
            items={added.map(({ staff, one_time_password }) => ({
              id: staff.id,
              title: <b>{staff.name}</b>,
              text: staff.name,
              sub: staff.roles.map((one) => t(`door.role_${one}`)).join(t("kit.list_comma")),
              trail: (
                <span className={setUp.password}>
                  <CopyText text={one_time_password} />
                </span>
              ),
            }))}
          />
        </div>
      )}
      <div className={`${styles.foot} ${styles.apart} ${styles.ruled}`}>
        <Button tone={added.length > 0 ? "primary" : "plain"} size="l" onPress={onDone}>
          {added.length > 0 ? t("door.staff_done") : t("door.staff_later")}
        </Button>
      </div>
    </Sheet>
  );
}
