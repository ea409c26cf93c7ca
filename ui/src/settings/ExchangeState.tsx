// How it stands with the other PCs: one word, what it means, and the one thing to do about it.
import { useDoorAct, useMay } from "../desk";
import { useVerbWords } from "../disorders";
import type { DevicesView } from "../generated/types";
import { Button } from "../kit";
import { useWords } from "../words";
import styles from "./ExchangeState.module.css";

export function ExchangeState({ view, onAddress }: { view: DevicesView; onAddress: () => void }) {
  const { t, f, problemWords } = useWords();
  const verbWords = useVerbWords();
  const may = useMay();
  const again = useDoorAct("try_again");
  const { status, waiting } = view;
  const { state, part, trouble, last_contact, address } = status;
  const word =
    status.waiting > 0
      ? t("settings.exchange_waiting", { count: status.waiting })
      : t(`settings.exchange_${state === "alone" ? "synced" : state}`);
  const words = () => {
    if (trouble !== null && state !== "offline")
      return problemWords({ code: trouble as never, args: {}, nature: "failed" });
    if (state === "offline") return t("settings.exchange_offline_words");
    return t(part === "hub" ? "settings.exchange_hub_words" : "settings.exchange_synced_words");
  };
  return (
    <section className={styles.state} data-state={state} role="status">
      <span className={styles.dot} aria-hidden="true" />
      <div className={styles.said}>
        <b>{word}</b>
        <p>{words()}</p>
        <p className={styles.facts}>
          {address !== null && (
            <span>
              {t(part === "hub" ? "settings.exchange_listens" : "settings.exchange_address")} <bdi>{address}</bdi>
            </span>
          )}
          {last_contact !== null && (
            <span>
              {t("settings.exchange_last")} {f.moment(last_contact)}
            </span>
          )}
        </p>
        {waiting.length > 0 && (
          <ul className={styles.waiting} aria-label={t("settings.exchange_waiting_title")}>
            {waiting.map(({ verb, at }, index) => (
              // biome-ignore lint/suspicious/noArrayIndexKey: two acts may be of one verb and one moment
              <li key={index}>
                {f.moment(at)} {verbWords(verb)}
              </li>
            ))}
          </ul>
        )}
      </div>
      {part === "member" && (
        <div className={styles.does}>
          {(state === "offline" || state === "attention") && (
            <Button icon="swap" busy={again.busy} onPress={() => again.run({})}>
              {t("settings.exchange_try")}
            </Button>
          )}
          {may("hub_is_at") && (
            <Button tone="link" onPress={onAddress}>
              {t("settings.exchange_set_address")}
            </Button>
          )}
        </div>
      )}
    </section>
  );
}
