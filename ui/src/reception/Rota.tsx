// Whose turn it is. The one who is next stands on top; a press chooses somebody for the party in the line, the menu beside a
// name says what keeps them from receiving.
import { Button as AriaButton } from "react-aria-components";
import { useHouse, useMay, useMe } from "../desk";
import type { Id, ReceptionView, RotaPlace } from "../generated/types";
import { Chip, IconButton, Menu, type MenuEntry } from "../kit";
import { useWords } from "../words";
import styles from "./Rota.module.css";
import { useNow } from "./useNow";

export type RotaProps = {
  rota: ReceptionView["rota"];
  next: Id | null;
  picked: Id | null;
  onPick: (staff: Id | null) => void;
  onDuty: (staff: Id) => void;
  onSkip: (staff: Id) => void;
  onArrange: () => void;
};

/** Since when a state is worth telling. */
const WORTH_MIN = 1;

function State({ place }: { place: RotaPlace }) {
  const { t, f } = useWords();
  const { label } = useHouse();
  const now = useNow(30_000);
  const { state, busy, since, skipped } = place;
  if (state === null && !busy) {
    if (skipped === null) return null;
    return (
      <span className={styles.state}>
        {t("reception.skipped_because", { reason: label("turn_skip_reasons", skipped) })}
      </span>
    );
  }
  const minutes = since === null || state === "off" ? 0 : (now - since) / 60_000;
  return (
    <span className={styles.state}>
      <Chip tone={state === "signing" ? "accent" : "plain"}>
        {state ? t(`reception.state_${state}`) : t("reception.busy")}
      </Chip>
      {minutes >= WORTH_MIN && <span>{f.minutes(minutes)}</span>}
    </span>
  );
}

export function Rota({ rota, next, picked, onPick, onDuty, onSkip, onArrange }: RotaProps) {
  const { t } = useWords();
  const me = useMe();
  const may = useMay();
  const keeps = may("arrange_turns");
  const first = rota.find(({ staff }) => staff === next);
  if (rota.length === 0) return null;
  const entries = ({ staff, state }: RotaPlace): MenuEntry[] => [
    { id: "state", label: t("reception.state_change"), icon: "clock", run: () => onDuty(staff) },
    ...(state === "off"
      ? []
      : [{ id: "skip", label: t("reception.skip_turn"), icon: "down" as const, run: () => onSkip(staff) }]),
  ];
  return (
    <section className={styles.rota} aria-label={t("reception.rota")}>
      <h2 className={styles.head}>
        {t("reception.rota")}
        {keeps && <IconButton icon="swap" size="s" label={t("reception.arrange")} onPress={onArrange} />}
      </h2>
      <p className={styles.next}>
        {first ? (
          <>
            <span>{t("reception.turn")}</span>
            <b title={first.name}>{first.name}</b>
          </>
        ) : (
          <span data-none="">{t("reception.nobody_free")}</span>
        )}
      </p>
      <ul className={styles.list}>
        {rota.map((place) => {
          const { staff, name, busy, state, received_today } = place;
          const mine = may("set_duty") && (keeps || me?.id === staff);
          return (
            <li key={staff} className={styles.place}>
              <AriaButton
                className={styles.one ?? ""}
                data-next={staff === next || undefined}
                data-busy={busy || state !== null || undefined}
                data-picked={staff === picked || undefined}
                aria-pressed={staff === picked}
                onPress={() => onPick(staff === picked ? null : staff)}
              >
                <span className={styles.line}>
                  <span className={styles.name}>{name}</span>
                  <span className={styles.count}>{t("reception.parties", { n: received_today })}</span>
                </span>
                <State place={place} />
              </AriaButton>
              {mine && (
                <Menu label={t("reception.state_of", { name })} entries={entries(place)}>
                  <IconButton icon="more" size="s" label={t("reception.state_of", { name })} />
                </Menu>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}
