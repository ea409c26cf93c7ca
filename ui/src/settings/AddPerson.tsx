// Somebody new: a name, at least one role, and the password that lets them in the first time.
import { useState } from "react";
import { useAct } from "../desk";
import { PASSWORD_CODES, ProblemNotice, useFieldProblem } from "../door/Notice";
import type { Role, StaffAdded } from "../generated/types";
import { Button, Drawer, Form, TextField } from "../kit";
import { useWords } from "../words";
import { OneTime } from "./OneTime";
import { RoleTicks } from "./RoleTicks";
import styles from "./settings.module.css";

export function AddPerson({ onClose }: { onClose: () => void }) {
  const { t } = useWords();
  const act = useAct("add_staff", { done: false, ownProblems: true });
  const [name, setName] = useState("");
  const [roles, setRoles] = useState<Role[]>(["consultant"]);
  const [tried, setTried] = useState(false);
  const [added, setAdded] = useState<StaffAdded | null>(null);
  const said = useFieldProblem(act.problem);

  const add = async () => {
    setTried(true);
    if (name.trim() === "" || roles.length === 0) return;
    const done = await act.run({ name, roles });
    if (done) setAdded(done);
  };
  if (added) {
    return (
      <Drawer
        title={added.staff.name}
        onClose={onClose}
        foot={
          <>
            <Button
              onPress={() => {
                setAdded(null);
                setTried(false);
                setName("");
              }}
            >
              {t("settings.add_another")}
            </Button>
            <Button tone="primary" onPress={onClose} autoFocus>
              {t("kit.done")}
            </Button>
          </>
        }
      >
        <OneTime name={added.staff.name} password={added.one_time_password} />
      </Drawer>
    );
  }
  return (
    <Drawer title={t("settings.add_person")} onClose={onClose}>
      <Form className={styles.form} onSubmit={add}>
        <TextField
          label={t("door.staff_name")}
          description={t("settings.name_hint")}
          value={name}
          onChange={(typed) => {
            act.forgetProblem();
            setName(typed);
          }}
          error={
            said.of("login_taken", "text_too_long", "name_missing") ??
            (tried && name.trim() === "" ? t("door.needed") : null)
          }
          maxLength={40}
          autoFocus
        />
        <RoleTicks
          roles={roles}
          onChange={setRoles}
          error={tried && roles.length === 0 ? t("door.needed_role") : null}
        />
        <ProblemNotice problem={said.rest("login_taken", "text_too_long", "name_missing", ...PASSWORD_CODES)} />
        <div className={styles.foot}>
          <Button type="submit" tone="primary" busy={act.busy} keys="Ctrl+Enter">
            {t("door.staff_add")}
          </Button>
        </div>
      </Form>
    </Drawer>
  );
}
