// A screen of the house: the question it answers in its first line, one primary action, then the work.
import type { ReactNode } from "react";
import styles from "./Page.module.css";

export type PageProps = {
  title: string;
  /** The answer at a glance, beside the title: figures, a date. */
  glance?: ReactNode;
  /** The primary action last. */
  actions?: ReactNode;
  /** Filters, under the title. */
  bar?: ReactNode;
  children: ReactNode;
  /** The children scroll themselves (a table). */
  fixed?: boolean;
};

export function Page({ title, glance, actions, bar, children, fixed }: PageProps) {
  return (
    <div className={styles.page}>
      <header className={styles.head}>
        <h1 className={styles.title}>{title}</h1>
        {glance && <div className={styles.glance}>{glance}</div>}
        {actions && <div className={styles.actions}>{actions}</div>}
      </header>
      {bar && <div className={styles.bar}>{bar}</div>}
      <div className={styles.body} data-fixed={fixed || undefined}>
        {children}
      </div>
    </div>
  );
}

/** A part of a screen: a quiet heading and a hair line, no box. */
export function Section({ title, aside, children }: { title: string; aside?: ReactNode; children: ReactNode }) {
  return (
    <section className={styles.section} aria-label={title}>
      <header className={styles.sectionHead}>
        <h2 className={styles.sectionTitle}>{title}</h2>
        {aside}
      </header>
      {children}
    </section>
  );
}

/** A figure with its name. */
export function Figure({
  value,
  label,
  tone,
}: {
  value: ReactNode;
  label: ReactNode;
  tone?: "danger" | "warn" | undefined;
}) {
  return (
    <span className={styles.figure} data-tone={tone}>
      <b>{value}</b>
      <span>{label}</span>
    </span>
  );
}

/** Names and values, aligned: the head of a record. */
export function Facts({ facts }: { facts: readonly { name: string; value: ReactNode }[] }) {
  return (
    <dl className={styles.facts}>
      {facts.map(({ name, value }) => (
        <div key={name}>
          <dt>{name}</dt>
          <dd data-copy="">{value}</dd>
        </div>
      ))}
    </dl>
  );
}
