// What went wrong, or must be known, in words and in place.
import type { ReactNode } from "react";
import type { Problem } from "../generated/types";
import { Icon } from "../kit";
import { useWords } from "../words";
import styles from "./door.module.css";

export function Notice({ children, tone = "warn" }: { children: ReactNode; tone?: "warn" | "danger" }) {
  return (
    <p className={styles.notice} data-tone={tone} role={tone === "danger" ? "alert" : undefined}>
      <Icon name={tone === "danger" ? "warning" : "info"} size={17} />
      <span>{children}</span>
    </p>
  );
}

/** A problem that belongs to no field. */
export function ProblemNotice({ problem }: { problem: Problem | null }) {
  const { problemWords } = useWords();
  return problem && <Notice tone="danger">{problemWords(problem)}</Notice>;
}

/** The problem as a sentence if it has one of these codes: then it stands beside its field. */
export function useFieldProblem(problem: Problem | null) {
  const { problemWords } = useWords();
  const of = (...codes: string[]) => (problem && codes.includes(problem.code) ? problemWords(problem) : null);
  return { of, rest: (...codes: string[]) => (problem && !codes.includes(problem.code) ? problem : null) };
}

export const PASSWORD_CODES = ["password_too_short", "password_too_long", "password_is_login"];
export const KEY_CODES = ["recovery_key_typo", "recovery_key_wrong"];
export const PIN_CODES = ["pin_not_six_digits", "pin_too_simple", "wrong_pin"];
