// Who is at the desk, and how to hand it over.
import { Button as AriaButton } from "react-aria-components";
import type { DoorStatus, Me } from "../generated/types";
import { Icon, IconButton, Menu, type MenuEntry } from "../kit";
import { LANG_NAMES, LANGS, useWords } from "../words";
import styles from "./Account.module.css";
import type { Sheet } from "./Frame";
import { setTheme, setTouch, THEMES, TOUCHES, useTheme, useTouch } from "./look";

type AccountProps = {
  door: DoorStatus;
  me: Me;
  onSheet: (sheet: Sheet) => void;
  onHelp: () => void;
  lock: () => void;
  close: () => void;
  leaveDemo: () => void;
};

const THEME_ICONS = { system: "contrast", light: "sun", dark: "moon" } as const;

export function Account({ door, me, onSheet, onHelp, lock, close, leaveDemo }: AccountProps) {
  const { t, lang, setLang } = useWords();
  const theme = useTheme();
  const touch = useTouch();
  const entries: MenuEntry[] = [
    ...(door.people.length > 1
      ? [
          {
            id: "switch",
            label: t("frame.switch"),
            icon: "swap",
            keys: "Ctrl+L",
            run: () => onSheet("switch"),
          } as const,
        ]
      : []),
    { id: "lock", label: t("frame.lock"), icon: "lock", keys: "Ctrl+Shift+L", run: lock },
    { id: "a", separator: true },
    {
      id: "pin",
      label: me.has_pin ? t("frame.own_pin") : t("frame.own_pin_first"),
      icon: "key",
      run: () => onSheet("pin"),
    },
    { id: "password", label: t("frame.own_password"), icon: "key", run: () => onSheet("password") },
    {
      id: "theme",
      head: t("frame.look"),
      entries: THEMES.map((one) => ({
        id: `theme_${one}`,
        label: t(`frame.theme_${one}`),
        icon: THEME_ICONS[one],
        chosen: theme === one,
        run: () => setTheme(one),
      })),
    },
    {
      id: "touch",
      head: t("frame.touch"),
      entries: TOUCHES.map((one) => ({
        id: `touch_${one}`,
        label: t(`frame.touch_${one}`),
        icon: "touch" as const,
        chosen: touch === one,
        run: () => setTouch(one),
      })),
    },
    {
      id: "lang",
      head: t("frame.language"),
      entries: LANGS.map((one) => ({
        id: `lang_${one}`,
        label: LANG_NAMES[one],
        icon: "language" as const,
        chosen: lang === one,
        run: () => setLang(one),
      })),
    },
    { id: "b", separator: true },
    door.demo
      ? { id: "leave", label: t("frame.leave_demo"), icon: "door", run: leaveDemo }
      : { id: "close", label: t("frame.close"), icon: "door", run: close },
  ];
  return (
    <div className={styles.account}>
      <IconButton icon="help" label={t("frame.help_open")} keys="F1" onPress={onHelp} />
      <Menu label={t("frame.account")} entries={entries}>
        <AriaButton className={styles.me ?? ""}>
          <span className={styles.name}>{me.name}</span>
          <span className={styles.role}>{me.roles.map((role) => t(`door.role_${role}`)).join(" · ")}</span>
          <Icon name="down" size={14} />
        </AriaButton>
      </Menu>
    </div>
  );
}
