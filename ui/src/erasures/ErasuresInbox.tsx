// Who is to be erased, and what was: an administrator does it or says no, whoever asked may take it back.
import { useState } from "react";
import { useAct, useAsk, useHouse, useMay } from "../desk";
import type { ErasureAsked, ErasureDone } from "../generated/types";
import { Button, Dialog, EmptyState, Section } from "../kit";
import { useWords } from "../words";
import styles from "./erasures.module.css";

export function ErasuresInbox() {
  const { t, problemWords } = useWords();
  const may = useMay();
  const { data: view, problem } = useAsk("erasures", {}, { when: may("erasures") });
  if (problem !== null) return <EmptyState icon="warning" title={problemWords(problem)} />;
  if (view === undefined) return null;
  return (
    <div className={styles.inbox}>
      {view.waiting.length === 0 ? (
        <EmptyState icon="check" title={t("erasures.inbox")}>
          {t("erasures.none")}
        </EmptyState>
      ) : (
        <ul className={styles.asked} aria-label={t("erasures.inbox")}>
          {view.waiting.map((asked) => (
            <Asked key={asked.id} asked={asked} />
          ))}
        </ul>
      )}
      {view.done.length > 0 && (
        <Section title={t("erasures.done")}>
          <ul className={styles.done}>
            {view.done.map((done) => (
              <Done key={done.id} done={done} />
            ))}
          </ul>
        </Section>
      )}
    </div>
  );
}

function Asked({ asked }: { asked: ErasureAsked }) {
  const { t, f } = useWords();
  const { label } = useHouse();
  const [sure, setSure] = useState(false);
  const decline = useAct("decline_erasure", {
    done: () => t(asked.mine ? "erasures.withdrawn" : "erasures.declined"),
  });
  const keep = () => decline.run({ request: asked.id });
  return (
    <li className={styles.one}>
      <p className={styles.head}>
        <b>{asked.name || t("customers.unnamed")}</b>
        <span className={styles.sub}>{asked.phone && f.phone(asked.phone)}</span>
        <span className={styles.when}>{f.moment(asked.asked_at)}</span>
      </p>
      <p className={styles.sub}>
        {t("erasures.from", { by: asked.by_name ?? "", reason: label("erasure_reasons", asked.reason) })}
        {asked.owner_name !== null && ` · ${t("erasures.owner", { name: asked.owner_name })}`}
      </p>
      {asked.may_decide && (
        <p className={styles.line}>
          <Button size="s" tone="danger" onPress={() => setSure(true)}>
            {t("erasures.erase")}
          </Button>
          <Button size="s" busy={decline.busy} onPress={keep}>
            {t("erasures.decline")}
          </Button>
        </p>
      )}
      {asked.mine && (
        <p className={styles.line}>
          <span className={styles.sub}>{t("erasures.mine")}</span>
          <Button size="s" busy={decline.busy} onPress={keep}>
            {t("erasures.withdraw")}
          </Button>
        </p>
      )}
      {sure && <Sure asked={asked} onClose={() => setSure(false)} />}
    </li>
  );
}

/** The one thing here that cannot be taken back. */
function Sure({ asked, onClose }: { asked: ErasureAsked; onClose: () => void }) {
  const { t, problemWords } = useWords();
  const erase = useAct("erase_customer", { ownProblems: true, done: () => t("erasures.erased") });
  const go = async () => {
    if (await erase.run({ request: asked.id })) onClose();
  };
  return (
    <Dialog
      title={t("erasures.sure", { name: asked.name || t("customers.unnamed") })}
      open
      onClose={onClose}
      foot={
        <>
          <Button onPress={onClose} autoFocus>
            {t("kit.cancel")}
          </Button>
          <Button tone="danger" busy={erase.busy} onPress={go}>
            {t("erasures.erase")}
          </Button>
        </>
      }
    >
      <p>{t("erasures.words")}</p>
      {erase.problem && <p role="alert">{problemWords(erase.problem)}</p>}
    </Dialog>
  );
}

function Done({ done }: { done: ErasureDone }) {
  const { t, f } = useWords();
  const { label } = useHouse();
  const reason = label("erasure_reasons", done.reason);
  const by = done.by_name ?? "";
  return (
    <li className={styles.head}>
      <span>
        {done.asked_by_name === null
          ? t("erasures.done_key", { reason, by })
          : t("erasures.done_two", { reason, by, asked: done.asked_by_name })}
      </span>
      <span className={styles.when}>{f.moment(done.at)}</span>
    </li>
  );
}
