// The roles of one person: everything that any of them may do, they may.

import { ROLES } from "../door/roles";
import type { Role } from "../generated/types";
import { Checkbox } from "../kit";
import { useWords } from "../words";
import styles from "./settings.module.css";

type RoleTicksProps = { roles: readonly Role[]; onChange: (roles: Role[]) => void; error?: string | null };

export function RoleTicks({ roles, onChange, error }: RoleTicksProps) {
  const { t } = useWords();
  return (
    <fieldset className={styles.part}>
      <legend className={styles.legend}>{t("settings.roles")}</legend>
      <div className={styles.ticks}>
        {ROLES.map((role) => (
          <Checkbox
            key={role}
            checked={roles.includes(role)}
            onChange={(on) => onChange(ROLES.filter((one) => (one === role ? on : roles.includes(one))))}
          >
            {t(`door.role_${role}`)}
          </Checkbox>
        ))}
      </div>
      {error && (
        <p className={styles.wrong} role="alert">
          {error}
        </p>
      )}
    </fieldset>
  );
}
