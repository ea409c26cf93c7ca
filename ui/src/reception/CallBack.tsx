// A call that waits for ours: the number in full when one is about to dial, and what came of it.
import { useState } from "react";
import { useAct, useMay } from "../desk";
import type { CallbackTried, VisitRow } from "../generated/types";
import { Button, CopyText, TextField } from "../kit";
import { useWords } from "../words";
import styles from "./CallBack.module.css";
import { useWho } from "./useFieldText";

export type CallBackProps = { row: VisitRow; tried: readonly CallbackTried[]; waits: boolean };

export function CallBack({ row, tried, waits }: CallBackProps) {
  const { t, f } = useWords();
  const who = useWho();
  const may = useMay();
  const [note, setNote] = useState("");
  const [phone, setPhone] = useState<string | null>(null);
  const reveal = useAct("reveal_visit_phone", { done: false });
  const call = useAct("call_back", {
    done: (_, { reached }) => t(reached ? "reception.call_back_done" : "reception.call_back_again", { who: who(row) }),
  });
  const show = async () => {
    const shown = await reveal.run({ id: row.id });
    if (shown) setPhone(shown.phone);
  };
  const came = async (reached: boolean) => {
    if (await call.run({ visit: row.id, reached, note: note.trim() === "" ? null : note })) setNote("");
  };
  if (!waits && tried.length === 0) return null;
  return (
    <section className={styles.back} aria-label={t("reception.call_back")} data-waits={waits || undefined}>
      {waits && (
        <>
          <p className={styles.number}>
            {phone !== null ? (
              <CopyText text={phone} />
            ) : (
              <>
                <b>{row.phone && f.phone(row.phone)}</b>
                {row.phone !== null && may("reveal_visit_phone") && (
                  <Button size="s" icon="eye" busy={reveal.busy} onPress={show}>
                    {t("reception.call_back_show")}
                  </Button>
                )}
              </>
            )}
          </p>
          {may("call_back") && (
            <>
              <TextField
                label={t("reception.call_back_note")}
                value={note}
                onChange={setNote}
                lines
                optional
                maxLength={4_000}
              />
              <p className={styles.ways}>
                <Button
                  tone={row.missed ? "primary" : "plain"}
                  icon="check"
                  busy={call.busy}
                  onPress={() => came(true)}
                >
                  {t("reception.call_back_reached")}
                </Button>
                <Button tone="quiet" busy={call.busy} onPress={() => came(false)}>
                  {t("reception.call_back_not_reached")}
                </Button>
              </p>
            </>
          )}
        </>
      )}
      {tried.length > 0 && (
        <ul className={styles.tried} aria-label={t("reception.call_back_before")}>
          {tried.map((one) => (
            <li key={one.at}>
              <span>{f.moment(one.at)}</span>
              <span>{one.staff_name}</span>
              <span>{t(one.reached ? "reception.call_back_reached" : "reception.call_back_not_reached")}</span>
              {one.note && <span className={styles.note}>{one.note}</span>}
            </li>
          ))}
        </ul>
      )}
    </section>
  );
}
