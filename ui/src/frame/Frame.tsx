// The house: rail, bar, the list in the middle, the open record to the right.
import { Outlet, useNavigate } from "@tanstack/react-router";
import { useMemo, useState } from "react";
import { CustomerDrawer } from "../customers/parts";
import { useSitting } from "../desk";
import { useKeeper } from "../drafts/disk";
import { fetched } from "../kit";
import { FindBox, focusFindBox } from "../search/FindBox";
import { LANGS, useWords } from "../words";
import { Account } from "./Account";
import { type Command, useCommands } from "./commands";
import { useTitle } from "./Day";
import { DemoBanner } from "./DemoBanner";
import styles from "./Frame.module.css";
import { useCommandKeys } from "./keys";
import { setTheme, setTouch, TOUCHES } from "./look";
import { nounsOf } from "./nouns";
import { Rail } from "./Rail";
import { StateWord } from "./StateWord";
import { useCustomerDrawer } from "./useCustomerDrawer";
import { useIdle } from "./useIdle";
import { useLeave } from "./useLeave";
import { useUndoCommand } from "./useUndoCommand";

const Help = fetched(() => import("./Help").then(({ Help }) => Help));
const HelpDrawer = fetched(() => import("../help/HelpDrawer").then(({ HelpDrawer }) => HelpDrawer));
const Switch = fetched(() => import("../door/Switch").then(({ Switch }) => Switch));
const OwnPin = fetched(() => import("../door/OwnSecrets").then(({ OwnPin }) => OwnPin));
const OwnPassword = fetched(() => import("../door/OwnSecrets").then(({ OwnPassword }) => OwnPassword));

export type Sheet = "keys" | "switch" | "pin" | "password" | null;

export function Frame() {
  const sitting = useSitting();
  const { t, setLang } = useWords();
  const navigate = useNavigate();
  const customer = useCustomerDrawer();
  const [sheet, setSheet] = useState<Sheet>(null);
  const [helping, setHelping] = useState(false);
  const door = sitting?.door;
  const me = sitting?.me ?? null;
  const several = (door?.people.length ?? 0) > 1;
  const demo = door?.demo ?? false;

  const leave = useLeave();

  useTitle(door);
  useKeeper(me?.can.includes("drafts") ? me.id : null);
  useIdle(demo || sitting?.away ? 0 : (door?.lock_after_minutes ?? 0), leave.lock);

  const commands = useMemo((): Command[] => {
    if (me === null) return [];
    const go = nounsOf(me).map(
      (noun, index): Command => ({
        id: `go_${noun.id}`,
        label: noun.label,
        ...(index < 9 ? { keys: `Alt+${index + 1}` } : {}),
        noun: "frame",
        run: () => navigate({ to: noun.path }),
      }),
    );
    return [
      { id: "find", label: "frame.find", keys: "Ctrl+K", noun: "frame", run: focusFindBox },
      ...go,
      ...(several
        ? [
            {
              id: "switch",
              label: "frame.switch",
              keys: "Ctrl+L",
              noun: "frame",
              run: () => setSheet("switch"),
            } as const,
          ]
        : []),
      { id: "lock", label: "frame.lock", keys: "Ctrl+Shift+L", noun: "frame", run: leave.lock },
      { id: "pin", label: "frame.own_pin", noun: "frame", run: () => setSheet("pin") },
      { id: "password", label: "frame.own_password", noun: "frame", run: () => setSheet("password") },
      { id: "light", label: "frame.theme_light", noun: "frame", run: () => setTheme("light") },
      { id: "dark", label: "frame.theme_dark", noun: "frame", run: () => setTheme("dark") },
      { id: "system", label: "frame.theme_system", noun: "frame", run: () => setTheme("system") },
      ...TOUCHES.map(
        (one): Command => ({
          id: `touch_${one}`,
          label: `frame.touch_${one}_do`,
          noun: "frame",
          run: () => setTouch(one),
        }),
      ),
      ...LANGS.map(
        (one): Command => ({ id: `lang_${one}`, label: `frame.lang_${one}`, noun: "frame", run: () => setLang(one) }),
      ),
      demo
        ? { id: "leave_demo", label: "frame.leave_demo", noun: "frame", run: leave.leaveDemo }
        : { id: "close", label: "frame.close", noun: "frame", run: leave.close },
      { id: "help", label: "frame.help_open", keys: "F1", noun: "frame", run: () => setHelping((is) => !is) },
      { id: "keys", label: "frame.help", keys: "?", noun: "frame", run: () => setSheet("keys") },
    ];
  }, [me, navigate, leave, several, demo, setLang]);
  useCommands(commands);
  useUndoCommand();
  useCommandKeys();

  if (door === undefined || me === null) return null;
  const shut = () => setSheet(null);
  return (
    <div className={styles.frame} data-demo={demo || undefined}>
      {demo && <DemoBanner onLeave={leave.leaveDemo} />}
      <Rail me={me} branch={door.branch} />
      <header className={styles.bar}>
        <FindBox onOpen={customer.open} />
        <div className={styles.right}>
          <StateWord door={door} />
          <Account door={door} me={me} onSheet={setSheet} onHelp={() => setHelping(!helping)} {...leave} />
        </div>
      </header>
      <main className={styles.main}>
        <div className={styles.list}>
          <Outlet />
        </div>
        {customer.id !== null && <CustomerDrawer key={customer.id} id={customer.id} onClose={customer.close} />}
        {helping && (
          <div className={styles.help} data-over={customer.id !== null || undefined}>
            <HelpDrawer nouns={nounsOf(me)} onKeys={() => setSheet("keys")} onClose={() => setHelping(false)} />
          </div>
        )}
      </main>
      {sheet === "switch" && <Switch door={door} onClose={shut} />}
      {sheet === "pin" && <OwnPin hasPin={me.has_pin} onClose={shut} />}
      {sheet === "password" && <OwnPassword onClose={shut} />}
      {sheet === "keys" && <Help title={t("frame.help")} onClose={shut} />}
    </div>
  );
}
