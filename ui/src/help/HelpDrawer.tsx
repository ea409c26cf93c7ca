// Help beside the work: it follows the screen one goes to, and nothing that is being filled in is covered or closed.
import { useNavigate, useRouterState } from "@tanstack/react-router";
import { useAllCommands } from "../frame/commands";
import type { NounEntry } from "../frame/nouns";
import { Button, Drawer, Kbd } from "../kit";
import { useWords } from "../words";
import { type Home, topicOf } from "./articles";
import styles from "./Help.module.css";
import { HelpWords } from "./HelpWords";

type HelpDrawerProps = {
  /** The screens this person may go to. */
  nouns: readonly NounEntry[];
  onKeys: () => void;
  onClose: () => void;
};

/** The keys of the screen one is on, from the list that gives them their meaning. */
function KeysHere({ onKeys }: { onKeys: () => void }) {
  const { t, find } = useWords();
  const commands = useAllCommands();
  const keys = new Map<string, string[]>();
  for (const { keys: pressed, label, noun } of commands) {
    if (pressed === undefined || noun === "frame") continue;
    keys.set(label, [...(keys.get(label) ?? []), pressed]);
  }
  return (
    <section aria-label={t("help.keys_here")}>
      <h3 className={styles.sub}>{t("help.keys_here")}</h3>
      <dl className={styles.keys}>
        {[...keys].map(([label, pressed]) => (
          <div key={label}>
            <dt>{find(label)}</dt>
            <dd>
              {pressed.map((one) => (
                <Kbd key={one} keys={one} />
              ))}
            </dd>
          </div>
        ))}
      </dl>
      <div className={styles.more}>
        <Button size="s" keys="?" onPress={onKeys}>
          {t("help.all_keys")}
        </Button>
      </div>
    </section>
  );
}

export function HelpDrawer({ nouns, onKeys, onClose }: HelpDrawerProps) {
  const { t } = useWords();
  const navigate = useNavigate();
  const { pathname, search } = useRouterState({ select: ({ location }) => location });
  const go = (home: Home) =>
    nouns.some(({ path }) => path === home.path)
      ? () => navigate({ to: home.path, search: (home.part ? { part: home.part } : {}) as never })
      : null;
  return (
    <Drawer title={t("help.title")} width={380} onClose={onClose}>
      <HelpWords here={topicOf(pathname, search as { customer?: string; part?: string })} onGo={go}>
        <KeysHere onKeys={onKeys} />
      </HelpWords>
    </Drawer>
  );
}
