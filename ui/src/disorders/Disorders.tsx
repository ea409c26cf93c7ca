// What did not go together when the PCs met: what happened, and the one thing to do about it. Nothing of it holds up the work.
import { useNavigate } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useAct, useAsk, useMay } from "../desk";
import { useCustomerDrawer } from "../frame/useCustomerDrawer";
import type { ActsThere, StepThere } from "../generated/types";
import { Button, Section } from "../kit";
import { useWords } from "../words";
import { Contested } from "./Contested";
import styles from "./disorders.module.css";
import { useThere } from "./useThere";
import { useVerbWords } from "./useVerbWords";

export function Disorders() {
  const { t } = useWords();
  const may = useMay();
  const drawer = useCustomerDrawer();
  const { data: view } = useAsk("disorders", {}, { when: may("disorders") });
  if (view === undefined) return null;
  return (
    <>
      <Told title={t("disorders.fields")} words={t("disorders.fields_words")} of={view.fields}>
        {(contested) => (
          <Contested
            key={`${contested.row} ${contested.field}`}
            contested={contested}
            may={may("settle_field")}
            of={
              <Button size="s" tone="link" onPress={() => drawer.open(contested.customer)}>
                {contested.customer_name || t("customers.unnamed")}
              </Button>
            }
          />
        )}
      </Told>
      <Told title={t("disorders.steps")} words={t("disorders.steps_words")} of={view.steps}>
        {(step) => <Step key={step.step} step={step} />}
      </Told>
      <Told title={t("disorders.breaches")} words={t("disorders.breaches_words")} of={view.breaches}>
        {(acts) => <Acts key={`${acts.by} ${acts.verb}`} acts={acts} />}
      </Told>
      <Told title={t("disorders.withheld")} words={t("disorders.withheld_words")} of={view.withheld}>
        {(acts) => <Acts key={`${acts.by} ${acts.verb} ${acts.device}`} acts={acts} />}
      </Told>
    </>
  );
}

type ToldProps<T> = { title: string; words: string; of: readonly T[]; children: (one: T) => ReactNode };

function Told<T>({ title, words, of, children }: ToldProps<T>) {
  if (of.length === 0) return null;
  return (
    <Section title={title}>
      <p className={styles.words}>{words}</p>
      <ul className={styles.list}>{of.map(children)}</ul>
    </Section>
  );
}

function Step({ step }: { step: StepThere }) {
  const { t, find } = useWords();
  const drawer = useCustomerDrawer();
  const there = useThere();
  const dismiss = useAct("dismiss_step", { done: () => t("disorders.dismissed") });
  const { noun, customer, customer_name } = step;
  const state = (code: string) => find(`customers.state_${code}`) ?? code;
  return (
    <li className={styles.one}>
      <p className={styles.head}>
        {customer !== null && (
          <Button size="s" tone="link" onPress={() => drawer.open(customer)}>
            {customer_name || t("customers.unnamed")}
          </Button>
        )}
        <b>{find(`disorders.n_${noun}`) ?? noun}</b>
        <span>{t("disorders.step", { to: state(step.to), state: state(step.state) })}</span>
      </p>
      <p className={styles.line}>
        <span className={styles.sub}>{there(step)}</span>
        <Button size="s" busy={dismiss.busy} onPress={() => dismiss.run({ step: step.step })}>
          {t("disorders.dismiss")}
        </Button>
      </p>
    </li>
  );
}

function Acts({ acts }: { acts: ActsThere }) {
  const { t } = useWords();
  const may = useMay();
  const navigate = useNavigate();
  const there = useThere();
  const verb = useVerbWords();
  return (
    <li className={styles.one}>
      <p className={styles.head}>
        <b>{verb(acts.verb)}</b>
        <span>{t("disorders.times", { n: acts.count })}</span>
      </p>
      <p className={styles.line}>
        <span className={styles.sub}>{there(acts)}</span>
        {may("staff_list") && (
          <Button size="s" onPress={() => navigate({ to: "/settings", search: { part: "people" } as never })}>
            {t("disorders.people")}
          </Button>
        )}
      </p>
    </li>
  );
}
