// One claim: whom, who asks and why, what was last said with the customer; then 1 grants and 2 refuses, with an answer.
import { useState } from "react";
import { useAct } from "../desk";
import type { ClaimRow, Id } from "../generated/types";
import { Button, Chip, type ChipTone, LevelChip, TextField } from "../kit";
import { useWords } from "../words";
import styles from "./claims.module.css";

const TONES: Record<ClaimRow["state"], ChipTone> = {
  asked: "warn",
  granted: "good",
  refused: "danger",
  withdrawn: "plain",
};

type ClaimItemProps = { claim: ClaimRow; first: boolean; onOpen: (customer: Id) => void };

export function ClaimItem({ claim, first, onOpen }: ClaimItemProps) {
  const { t, f } = useWords();
  const name = claim.name || t("customers.unnamed");
  const visible = claim.level !== null;
  return (
    <li className={styles.claim}>
      <p className={styles.head}>
        {claim.level && <LevelChip level={claim.level} />}
        {visible ? (
          <Button tone="link" onPress={() => onOpen(claim.customer)}>
            {name}
          </Button>
        ) : (
          <b>{name}</b>
        )}
        <span className={styles.sub}>{claim.phone && f.phone(claim.phone)}</span>
        {!claim.may_decide && <Chip tone={TONES[claim.state]}>{t(`customers.state_${claim.state}`)}</Chip>}
        <span className={styles.when}>{f.moment(claim.asked_at)}</span>
      </p>
      {claim.may_decide && (
        <p className={styles.sub}>
          {claim.owner_name === null
            ? t("customers.claim_from_nobody", { by: claim.by_name ?? "" })
            : t("customers.claim_from_to", { by: claim.by_name ?? "", owner: claim.owner_name })}
        </p>
      )}
      <p className={styles.reason}>{claim.reason}</p>
      {claim.may_decide && (
        <p className={styles.sub}>
          {claim.last
            ? t("customers.claim_last", { when: f.moment(claim.last.at), content: claim.last.content })
            : t("customers.claim_never")}
        </p>
      )}
      {claim.since !== null && (
        <p className={styles.sub}>
          {claim.answer === null
            ? t("customers.claim_decided", { who: claim.decided_by_name ?? "", when: f.moment(claim.since) })
            : t("customers.claim_answered", {
                who: claim.decided_by_name ?? "",
                when: f.moment(claim.since),
                answer: claim.answer,
              })}
        </p>
      )}
      {claim.may_decide && <Decide claim={claim} first={first} />}
      {claim.mine && <Withdraw claim={claim} />}
    </li>
  );
}

function Withdraw({ claim }: { claim: ClaimRow }) {
  const { t } = useWords();
  const withdraw = useAct("withdraw_claim", { done: () => t("customers.claim_withdrawn") });
  return (
    <Button size="s" busy={withdraw.busy} onPress={() => withdraw.run({ claim: claim.id })}>
      {t("customers.claim_withdraw")}
    </Button>
  );
}

function Decide({ claim, first }: { claim: ClaimRow; first: boolean }) {
  const { t } = useWords();
  const [answer, setAnswer] = useState("");
  const by = claim.by_name ?? "";
  const decide = useAct("decide_claim", {
    done: ({ granted }) =>
      granted ? t("customers.claim_granted", { name: claim.name, by }) : t("customers.claim_refused", { by }),
  });
  const say = (grant: boolean) => {
    const words = answer.trim();
    decide.run({ claim: claim.id, grant, ...(words ? { answer: words } : {}) });
  };
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: digits reach the two buttons from within
    <div
      className={styles.decide}
      data-decide=""
      onKeyDown={(event) => {
        const digit = event.key === "1" || event.key === "2";
        // In the answer a digit is a digit.
        const writing = event.target instanceof HTMLInputElement;
        if (!digit || writing || event.ctrlKey || event.altKey || event.metaKey) return;
        event.preventDefault();
        event.stopPropagation();
        say(event.key === "1");
      }}
    >
      <Button
        size="s"
        tone={first ? "primary" : "plain"}
        keys="1"
        busy={decide.busy}
        onPress={() => say(true)}
        autoFocus={first}
      >
        {t("customers.claim_grant")}
      </Button>
      <Button size="s" keys="2" busy={decide.busy} onPress={() => say(false)}>
        {t("customers.claim_refuse")}
      </Button>
      <TextField
        label={t("customers.claim_answer")}
        hideLabel
        value={answer}
        onChange={setAnswer}
        placeholder={t("customers.claim_answer_hint")}
      />
    </div>
  );
}
