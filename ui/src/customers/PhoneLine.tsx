// One number: masked until somebody asks for it, which is recorded; then large enough to dial from, and one press to copy.
import { useEffect, useId, useMemo, useRef, useState } from "react";
import { useAct, useMay } from "../desk";
import { useCommands } from "../frame/commands";
import type { CustomerView } from "../generated/types";
import { Button, CopyText } from "../kit";
import { useWords } from "../words";
import styles from "./PhoneLine.module.css";

/** A number that was looked at is masked again after this many ms. */
const SHOWN_MS = 120_000;

type PhoneLineProps = {
  phone: CustomerView["phones"][number];
  /** Offers the key "v" for it. */
  command?: boolean;
};

export function PhoneLine({ phone, command }: PhoneLineProps) {
  const { t, f } = useWords();
  const may = useMay();
  const id = useId();
  const reveal = useAct("reveal_phone", { done: false });
  const [full, setFull] = useState<string | null>(null);
  const [pressed, setPressed] = useState(false);
  const masked = f.phone(phone.phone);

  const show = async () => {
    const answer = await reveal.run({ id: phone.id });
    if (answer) setFull(answer.phone);
  };
  const doShow = useRef(show);
  doShow.current = show;
  const mayReveal = may("reveal_phone");
  const offered = command === true && mayReveal && full === null;
  const commands = useMemo(
    () =>
      offered
        ? [
            {
              id: "reveal_phone",
              label: "customers.reveal",
              keys: "v",
              noun: "customers",
              run: () => {
                setPressed(false);
                doShow.current();
              },
            } as const,
          ]
        : [],
    [offered],
  );
  useCommands(commands);

  useEffect(() => {
    if (full === null) return;
    const timer = setTimeout(() => setFull(null), SHOWN_MS);
    return () => clearTimeout(timer);
  }, [full]);

  return (
    <span className={styles.phone}>
      {full === null ? (
        <span id={id} className={styles.number}>
          {masked}
        </span>
      ) : (
        <CopyText text={full} shown={f.phone(full)} autoFocus={pressed} />
      )}
      {phone.note && <span className={styles.note}>{phone.note}</span>}
      {full === null && mayReveal && (
        <Button
          size="s"
          tone="link"
          icon="eye"
          aria-describedby={id}
          {...(command ? { keys: "v" } : {})}
          busy={reveal.busy}
          onPress={() => {
            setPressed(true);
            show();
          }}
        >
          {t("customers.reveal")}
        </Button>
      )}
    </span>
  );
}
