// The open card: the number to call, what they want, what was said; then the result. Skipping needs a reason.
import { useEffect, useMemo, useRef, useState } from "react";
import { agreedWords } from "../agreement";
import { PhoneLine, Wants } from "../customers";
import { useAct, useAsk, useMay } from "../desk";
import { type Command, useCommands } from "../frame/commands";
import type { CardRow, Day } from "../generated/types";
import { Button, Icon } from "../kit";
import { MessagesButton } from "../messages";
import { useWords } from "../words";
import { ResultForm } from "./ResultForm";
import { SkipReasons } from "./SkipReasons";
import { useResultDraft } from "./useResultDraft";
import styles from "./WorkCard.module.css";

type WorkCardProps = {
  card: CardRow;
  /** Chosen by a digit on the closed card. */
  way: string | null;
  /** Opened in order to skip it. */
  skip: boolean;
  nextByLevel: Record<string, Day | null>;
  onDone: (card: CardRow, skipped: boolean) => void;
  onOpenCustomer: (customer: string) => void;
};

export function WorkCard(props: WorkCardProps) {
  const { card, way, nextByLevel, onDone, onOpenCustomer, skip: skipsFirst } = props;
  const words = useWords();
  const { t, f } = words;
  const may = useMay();
  const [skipping, setSkipping] = useState(skipsFirst);
  const customer = useAsk("customer", { id: card.customer }, { when: may("customer") }).data;
  const name = card.customer_name;
  const { begun } = useResultDraft(card.id);
  const finish = useAct("finish_card", {
    ownProblems: true,
    done: ({ next, also }, { contact: { appointment } }) =>
      appointment
        ? agreedWords(words, name, appointment, also)
        : next === null
          ? t("today.finished_last", { name })
          : t("today.finished", { name, day: f.day(next.due) }),
  });
  const skip = useAct("skip_card", { done: () => t("today.skipped", { name }) });

  const maySkip = may("skip_card");
  const openIt = useRef(() => onOpenCustomer(card.customer));
  openIt.current = () => onOpenCustomer(card.customer);
  const commands = useMemo((): Command[] => {
    const open: Command = {
      id: "open_customer",
      label: "today.open_customer",
      keys: "o",
      noun: "today",
      run: () => openIt.current(),
    };
    const skips: Command = {
      id: "skip_card",
      label: "today.skip",
      keys: "s",
      noun: "today",
      run: () => setSkipping(true),
    };
    return maySkip ? [open, skips] : [open];
  }, [maySkip]);
  useCommands(commands);

  // Opened near the foot of the list, it comes into sight as a whole.
  const work = useRef<HTMLDivElement>(null);
  const known = customer !== undefined;
  // biome-ignore lint/correctness/useExhaustiveDependencies: it grows when the customer is known
  useEffect(() => {
    work.current?.closest("article")?.scrollIntoView({ block: "nearest" });
  }, [known, skipping]);

  const phone = customer?.phones[0];
  return (
    <div className={styles.work} ref={work}>
      <div className={styles.know}>
        <div className={styles.reach}>
          {phone && <PhoneLine phone={phone} command />}
          <Button size="s" tone="quiet" icon="user" keys="o" onPress={() => onOpenCustomer(card.customer)}>
            {t("today.open_customer")}
          </Button>
          <MessagesButton customer={card.customer} name={name} card={card.id} noun="today" within={work} />
        </div>
        {card.last?.remark && (
          <p className={styles.remark}>
            <Icon name="note" size={15} />
            <b>{t("today.remark_by", { name: card.last.remark_by ?? "" })}</b>
            <span>{card.last.remark}</span>
          </p>
        )}
        {customer && <Wants fields={customer.fields} />}
      </div>
      {skipping ? (
        <SkipReasons
          busy={skip.busy}
          onCancel={() => setSkipping(false)}
          onSkip={async (reason) => {
            if (await skip.run({ card: card.id, reason })) onDone(card, true);
          }}
        />
      ) : (
        <ResultForm
          label={t("today.work", { name })}
          level={card.level}
          way={way ?? card.way}
          startIn={way === null && begun === null ? "way" : "content"}
          of={card.id}
          nextByLevel={nextByLevel}
          busy={finish.busy}
          problem={finish.problem}
          asksQuestion
          agrees
          noun="today"
          onSave={async (contact) => {
            const done = await finish.run({ card: card.id, contact });
            if (done) onDone(card, false);
            return done !== undefined;
          }}
          actions={
            maySkip && (
              <Button tone="quiet" keys="s" onPress={() => setSkipping(true)}>
                {t("today.skip")}
              </Button>
            )
          }
        />
      )}
    </div>
  );
}
