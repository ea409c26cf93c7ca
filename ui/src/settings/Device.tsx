// One PC: what it is called, whether it is the hub, and the way out for one that is lost or sold.
import { useState } from "react";
import { useAct, useMay } from "../desk";
import { ProblemNotice, useFieldProblem } from "../door/Notice";
import type { DeviceView } from "../generated/types";
import { Button, Chip, Drawer, Facts, Form, Section, TextField } from "../kit";
import { useWords } from "../words";
import { deviceName } from "./deviceName";
import styles from "./settings.module.css";

export function Device({ device, onClose }: { device: DeviceView; onClose: () => void }) {
  const { t, f } = useWords();
  const may = useMay();
  const rename = useAct("rename_device", { done: () => t("kit.saved"), ownProblems: true });
  const makeHub = useAct("make_hub", { done: () => t("settings.device_hub_made", { name: shown }) });
  const shutOut = useAct("shut_out", { done: () => t("settings.device_left", { name: shown }) });
  const renumber = useAct("renumber_device", { done: () => t("settings.device_code_given") });
  const [name, setName] = useState(device.name ?? "");
  const [reason, setReason] = useState("");
  const said = useFieldProblem(rename.problem);
  const shown = deviceName(device, t);
  const changed = name.trim() !== (device.name ?? "");
  const { me, hub, shut_out, code_taken } = device;
  return (
    <Drawer
      title={shown}
      aside={
        <>
          {hub && <Chip tone="accent">{t("settings.device_hub")}</Chip>}
          {me && <Chip>{t("settings.device_this")}</Chip>}
          {code_taken && !shut_out && <Chip tone="warn">{t("settings.device_code_taken")}</Chip>}
          {shut_out && <Chip tone="danger">{t("settings.device_gone")}</Chip>}
        </>
      }
      onClose={onClose}
      head={
        <Facts
          facts={[
            { name: t("settings.device_code"), value: device.code },
            {
              name: t("settings.device_entered"),
              value: device.last_entered === null ? "—" : f.moment(device.last_entered),
            },
            ...(device.last_contact === null
              ? []
              : [{ name: t("settings.device_contact"), value: f.moment(device.last_contact) }]),
            ...(device.reason === null ? [] : [{ name: t("settings.device_leave_reason"), value: device.reason }]),
          ]}
        />
      }
    >
      {may("rename_device") && !shut_out && (
        <Form className={styles.form} onSubmit={() => changed && rename.run({ device: device.id, name })}>
          <TextField
            label={t("settings.device_name")}
            description={t("settings.device_name_hint")}
            value={name}
            onChange={setName}
            error={said.of("name_missing", "text_too_long")}
            maxLength={40}
            autoFocus
          />
          <ProblemNotice problem={said.rest("name_missing", "text_too_long")} />
          <div>
            <Button type="submit" tone="primary" busy={rename.busy} isDisabled={!changed}>
              {t("kit.save")}
            </Button>
          </div>
        </Form>
      )}
      {code_taken && !shut_out && (
        <Section title={t("settings.device_code_title")}>
          <div className={styles.block}>
            <p className={styles.words}>{t("settings.device_code_words")}</p>
            {may("renumber_device") && (
              <div>
                <Button
                  busy={renumber.busy}
                  onPress={async () => {
                    if (await renumber.run({ device: device.id })) onClose();
                  }}
                >
                  {t("settings.device_code_new")}
                </Button>
              </div>
            )}
          </div>
        </Section>
      )}
      {!shut_out && (
        <Section title={t("settings.device_hub_title")}>
          <div className={styles.block}>
            <p className={styles.words}>{t(hub ? "settings.device_is_hub_words" : "settings.device_hub_words")}</p>
            {!hub && may("make_hub") && (
              <div>
                <Button busy={makeHub.busy} onPress={() => makeHub.run({ device: device.id })}>
                  {t("settings.device_make_hub")}
                </Button>
              </div>
            )}
          </div>
        </Section>
      )}
      {may("shut_out") && !me && !hub && !shut_out && (
        <Section title={t("settings.device_leave_title")}>
          <div className={styles.block}>
            <p className={styles.words}>{t("settings.device_leave_words")}</p>
            <TextField label={t("settings.device_leave_reason")} value={reason} onChange={setReason} maxLength={200} />
            <div>
              <Button
                tone="danger"
                busy={shutOut.busy}
                onPress={async () => {
                  if (await shutOut.run({ device: device.id, reason })) onClose();
                }}
              >
                {t("settings.device_leave")}
              </Button>
            </div>
          </div>
        </Section>
      )}
    </Drawer>
  );
}
