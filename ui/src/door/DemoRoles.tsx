// The demo branch: as whom does one want to look around?
import { useDoorAct } from "../desk";
import type { Role } from "../generated/types";
import { Button, List } from "../kit";
import { useWords } from "../words";
import { Sheet } from "./Cover";
import styles from "./door.module.css";
import { ProblemNotice } from "./Notice";

export const DEMO_ROLES = [
  "receptionist",
  "consultant",
  "sales_manager",
  "dcc",
  "general_manager",
  "admin",
] as const satisfies readonly Role[];

export function DemoRoles({ onBack }: { onBack: () => void }) {
  const { t } = useWords();
  const act = useDoorAct("open_demo");
  return (
    <Sheet wide title={t("door.demo_title")} words={t("door.demo_words")}>
      <div className={styles.form}>
        <List
          label={t("door.demo_title")}
          items={DEMO_ROLES.map((role) => ({
            id: role,
            title: t(`door.role_${role}`),
            text: t(`door.role_${role}`),
            sub: t(`door.demo_${role}`),
          }))}
          onOpen={(role) => act.run({ as_role: role as Role })}
          autoFocus
        />
        <ProblemNotice problem={act.problem} />
        {act.busy && <p role="status">{t("door.demo_making")}</p>}
        <div className={styles.foot}>
          <Button tone="quiet" icon="left" onPress={onBack}>
            {t("kit.back")}
          </Button>
        </div>
      </div>
    </Sheet>
  );
}
