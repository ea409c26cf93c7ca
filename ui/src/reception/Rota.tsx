// Whose turn it is. The one who is next stands on top; a press chooses somebody for the party in the line.
import { Button as AriaButton } from "react-aria-components";
import type { Id, ReceptionView } from "../generated/types";
import { Chip } from "../kit";
import { useWords } from "../words";
import styles from "./Rota.module.css";

export type RotaProps = {
  rota: ReceptionView["rota"];
  next: Id | null;
  picked: Id | null;
  onPick: (staff: Id | null) => void;
};

export function Rota({ rota, next, picked, onPick }: RotaProps) {
  const { t } = useWords();
  const first = rota.find(({ staff }) => staff === next);
  if (rota.length === 0) return null;
  return (
    <aside className={styles.rota} aria-label={t("reception.rota")}>
      <h2 className={styles.head}>{t("reception.rota")}</h2>
      <p className={styles.next}>
        {first ? (
          <>
            <span>{t("reception.turn")}</span>
            <b>{first.name}</b>
          </>
        ) : (
          <span data-none="">{t("reception.all_busy")}</span>
        )}
      </p>
      <ul className={styles.list}>
        {rota.map(({ staff, name, busy, received_today }) => (
          <li key={staff}>
            <AriaButton
              className={styles.one ?? ""}
              data-next={staff === next || undefined}
              data-busy={busy || undefined}
              data-picked={staff === picked || undefined}
              aria-pressed={staff === picked}
              onPress={() => onPick(staff === picked ? null : staff)}
            >
              <span className={styles.name}>{name}</span>
              {busy && <Chip>{t("reception.busy")}</Chip>}
              <span className={styles.count}>{t("reception.parties", { n: received_today })}</span>
            </AriaButton>
          </li>
        ))}
      </ul>
    </aside>
  );
}
