// Claims on another's customer: managers decide each with a digit, whoever asked reads what came of it.
import { useRef } from "react";
import { useAsk, useMay } from "../desk";
import type { Id } from "../generated/types";
import { EmptyState, useKeptFocus } from "../kit";
import { useWords } from "../words";
import { ClaimItem } from "./ClaimItem";
import styles from "./claims.module.css";

export function ClaimsInbox({ onOpen }: { onOpen: (customer: Id) => void }) {
  const { t, problemWords } = useWords();
  const may = useMay();
  const { data: claims, problem } = useAsk("claims", {}, { when: may("claims") });
  const decides = may("decide_claim");
  const box = useRef<HTMLDivElement>(null);
  // The next one is under the hand as soon as one is decided.
  useKeptFocus(box, () => (box.current?.querySelector<HTMLElement>("[data-decide] button") ?? box.current)?.focus());
  const shown = () => {
    if (problem !== null) return <EmptyState icon="warning" title={problemWords(problem)} />;
    if (claims === undefined) return null;
    if (claims.length === 0) {
      return (
        <EmptyState icon="check" title={t("customers.claims")}>
          {t(decides ? "customers.claims_none_manager" : "customers.claims_none")}
        </EmptyState>
      );
    }
    return (
      <ul className={styles.claims} aria-label={t("customers.claims")}>
        {claims.map((claim, index) => (
          <ClaimItem key={claim.id} claim={claim} first={index === 0} onOpen={onOpen} />
        ))}
      </ul>
    );
  };
  return (
    <div ref={box} tabIndex={-1} className={styles.inbox}>
      {shown()}
    </div>
  );
}
