// A contact that was made: it works off the card that is due, if there is one, else it stands by itself.
import { agreedWords } from "../agreement";
import { useAct, useAsk, useMay } from "../desk";
import type { CardFinished, CardRow, ContactMade, CustomerRow, Day } from "../generated/types";
import { Button } from "../kit";
import { ResultForm } from "../today";
import { today, useWords } from "../words";
import styles from "./Panel.module.css";

type LogContactProps = { row: CustomerRow; cards: readonly CardRow[]; card?: CardRow | undefined; onDone: () => void };

/** The card that is due first, if any is due by today. */
function dueCard(cards: readonly CardRow[], now: Day): CardRow | undefined {
  return cards.filter(({ due }) => due <= now).sort((a, b) => a.due.localeCompare(b.due))[0];
}

export function LogContact({ row, cards, card, onDone }: LogContactProps) {
  const words = useWords();
  const { t, f } = words;
  const may = useMay();
  const proposals = useAsk("today", {}, { when: may("today") }).data?.next_by_level ?? {};
  const said = ({ next, also }: CardFinished, { contact }: { contact: ContactMade }) =>
    contact.appointment
      ? agreedWords(words, row.name, contact.appointment, also)
      : next === null
        ? t("customers.contact_saved_open")
        : t("customers.contact_saved", { day: f.day(next.due) });
  const finish = useAct("finish_card", { ownProblems: true, done: said });
  const log = useAct("log_contact", { ownProblems: true, done: said });
  const worked = may("finish_card") ? (card ?? dueCard(cards, today())) : undefined;
  return (
    <div className={styles.panel}>
      <ResultForm
        label={t("customers.log_contact")}
        level={row.level}
        way={worked?.way ?? null}
        of={row.id}
        startIn="way"
        nextByLevel={proposals}
        busy={finish.busy || log.busy}
        problem={finish.problem ?? log.problem}
        asksQuestion
        agrees
        noun="customers"
        actions={
          <Button tone="quiet" onPress={onDone}>
            {t("kit.cancel")}
          </Button>
        }
        onSave={async (contact) => {
          const done =
            worked === undefined
              ? await log.run({ customer: row.id, contact })
              : await finish.run({ card: worked.id, contact });
          if (done) onDone();
          return done !== undefined;
        }}
      />
    </div>
  );
}
