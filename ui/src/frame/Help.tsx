// Every command with its keys, from the same list that gives the keys their meaning.
import { Dialog, Kbd } from "../kit";
import { useWords } from "../words";
import { type Command, useAllCommands } from "./commands";
import styles from "./Help.module.css";

export function Help({ title, onClose }: { title: string; onClose: () => void }) {
  const { t, find } = useWords();
  const commands = useAllCommands();
  const groups = new Map<string, Map<string, { command: Command; keys: string[] }>>();
  for (const command of commands) {
    if (command.keys === undefined) continue;
    const group = groups.get(command.noun) ?? new Map();
    const entry = group.get(command.label) ?? { command, keys: [] };
    entry.keys.push(command.keys);
    group.set(command.label, entry);
    groups.set(command.noun, group);
  }
  const everywhere: [string, string][] = [
    ["1 – 9", t("frame.key_digits")],
    ["Enter", t("frame.key_enter")],
    ["Ctrl+Enter", t("frame.key_save")],
    ["Esc", t("frame.key_escape")],
    ["Ctrl+Z", t("frame.key_undo")],
  ];
  return (
    <Dialog title={title} open onClose={onClose} width={720}>
      <div className={styles.groups}>
        {[...groups].map(([noun, entries]) => (
          <section key={noun} aria-label={find(`frame.${noun}`) ?? t("frame.commands")}>
            <h3 className={styles.head}>{find(`frame.${noun}`) ?? t("frame.commands")}</h3>
            <dl className={styles.list}>
              {[...entries.values()].map(({ command, keys }) => (
                <div key={command.id}>
                  <dt>{find(command.label)}</dt>
                  <dd>
                    {keys.map((one) => (
                      <Kbd key={one} keys={one} />
                    ))}
                  </dd>
                </div>
              ))}
            </dl>
          </section>
        ))}
        <section aria-label={t("frame.everywhere")}>
          <h3 className={styles.head}>{t("frame.everywhere")}</h3>
          <dl className={styles.list}>
            {everywhere.map(([keys, label]) => (
              <div key={keys}>
                <dt>{label}</dt>
                <dd>
                  <Kbd keys={keys} />
                </dd>
              </div>
            ))}
          </dl>
        </section>
      </div>
    </Dialog>
  );
}
