// One person: name, roles, a forgotten password, leaving and coming back.
import { useState } from "react";
import { useAct } from "../desk";
import { ProblemNotice, useFieldProblem } from "../door/Notice";
import type { Staff } from "../generated/types";
import { Button, Chip, Drawer, Facts, Form, Section, TextField, toast } from "../kit";
import { useWords } from "../words";
import { OneTime } from "./OneTime";
import { RoleTicks } from "./RoleTicks";
import styles from "./settings.module.css";

export function Person({ person, onClose }: { person: Staff; onClose: () => void }) {
  const { t } = useWords();
  const change = useAct("change_staff", { done: () => t("kit.saved"), ownProblems: true });
  const leave = useAct("change_staff", { done: false });
  const reset = useAct("reset_password", { done: false });
  const [name, setName] = useState(person.name);
  const [roles, setRoles] = useState(person.roles);
  const [fresh, setFresh] = useState<string | null>(null);
  const said = useFieldProblem(change.problem);
  const changed = name !== person.name || roles.join() !== person.roles.join();

  const setActive = async (active: boolean) => {
    const done = await leave.run({ id: person.id, active });
    if (!done) return;
    const text = t(active ? "settings.person_back" : "settings.person_left", { name: person.name });
    toast({ text, undo: () => leave.run({ id: person.id, active: !active }) });
  };
  return (
    <Drawer
      title={person.name}
      aside={!person.active && <Chip>{t("settings.inactive")}</Chip>}
      onClose={onClose}
      head={
        <Facts
          facts={[
            { name: t("door.login"), value: person.login },
            { name: t("settings.pin"), value: person.has_pin ? t("settings.pin_set") : t("settings.pin_none") },
          ]}
        />
      }
    >
      <Form className={styles.form} onSubmit={() => changed && change.run({ id: person.id, name, roles })}>
        <TextField
          label={t("door.staff_name")}
          value={name}
          onChange={setName}
          error={said.of("name_missing", "text_too_long")}
          maxLength={40}
        />
        <RoleTicks roles={roles} onChange={setRoles} error={said.of("role_missing", "last_admin")} />
        <ProblemNotice problem={said.rest("name_missing", "text_too_long", "role_missing", "last_admin")} />
        <div>
          <Button type="submit" tone="primary" busy={change.busy} isDisabled={!changed}>
            {t("kit.save")}
          </Button>
        </div>
      </Form>
      <Section title={t("door.password")}>
        <div className={styles.block}>
          {fresh === null ? (
            <>
              <p className={styles.words}>
                {person.one_time_password ? t("settings.password_pending") : t("settings.password_words")}
              </p>
              <div>
                <Button
                  icon="key"
                  busy={reset.busy}
                  onPress={async () => {
                    const done = await reset.run({ id: person.id });
                    if (done) setFresh(done.one_time_password);
                  }}
                >
                  {t("settings.reset_password")}
                </Button>
              </div>
            </>
          ) : (
            <OneTime name={person.name} password={fresh} />
          )}
        </div>
      </Section>
      <Section title={person.active ? t("settings.leaving") : t("settings.coming_back")}>
        <div className={styles.block}>
          <p className={styles.words}>
            {person.active ? t("settings.leaving_words") : t("settings.coming_back_words")}
          </p>
          <div>
            <Button
              tone={person.active ? "danger" : "plain"}
              busy={leave.busy}
              onPress={() => setActive(!person.active)}
            >
              {person.active ? t("settings.deactivate") : t("settings.activate")}
            </Button>
          </div>
        </div>
      </Section>
    </Drawer>
  );
}
