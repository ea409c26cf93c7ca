// A question with a digit for each answer. Enter takes the way that needs none, where there is one; Escape leaves all as it is.
import { Button, Dialog } from "../kit";
import { useWords } from "../words";
import styles from "./ChoosePop.module.css";

export type Answer = { id: string; label: string; hint?: string | undefined };
type Way = { label: string; run: () => void };

export type ChoosePopProps = {
  title: string;
  text?: string;
  answers: readonly Answer[];
  /** In force now. */
  chosen?: string | null;
  onChoose: (id: string) => void;
  /** Enter: without an answer. */
  enter?: Way;
  /** 0: takes back what is in force. */
  none?: Way;
  /** What Escape means, in words. */
  cancel?: string;
  onClose: () => void;
};

export function ChoosePop({ title, text, answers, chosen, onChoose, enter, none, cancel, onClose }: ChoosePopProps) {
  const { t } = useWords();
  return (
    <Dialog title={title} open onClose={onClose} width={420}>
      {/* biome-ignore lint/a11y/noStaticElementInteractions: digits reach the buttons within */}
      <div
        className={styles.pop}
        onKeyDown={(event) => {
          if (event.ctrlKey || event.altKey || event.metaKey || event.repeat) return;
          const answer = /^[1-9]$/.test(event.key) ? answers[Number(event.key) - 1] : undefined;
          const way = event.key === "0" ? none?.run : answer && (() => onChoose(answer.id));
          if (!way) return;
          event.preventDefault();
          way();
        }}
      >
        {text && <p className={styles.text}>{text}</p>}
        <div className={styles.answers}>
          {answers.map(({ id, label, hint }, index) => (
            <Button
              key={id}
              size="l"
              aria-pressed={chosen === undefined ? undefined : chosen === id}
              autoFocus={enter === undefined && (chosen ? chosen === id : index === 0)}
              {...(index < 9 ? { keys: String(index + 1) } : {})}
              onPress={() => onChoose(id)}
            >
              <span className={styles.label}>{label}</span>
              {hint && <span className={styles.hint}>{hint}</span>}
            </Button>
          ))}
        </div>
        <div className={styles.foot}>
          <Button tone="quiet" keys="Esc" onPress={onClose}>
            {cancel ?? t("kit.cancel")}
          </Button>
          {none && (
            <Button keys="0" onPress={none.run}>
              {none.label}
            </Button>
          )}
          {enter && (
            <Button tone="primary" keys="Enter" autoFocus onPress={enter.run}>
              {enter.label}
            </Button>
          )}
        </div>
      </div>
    </Dialog>
  );
}
