// The settings: parts to the left, one part at a time; only what the role may touch.
import { Link, useSearch } from "@tanstack/react-router";
import { type ComponentType, useEffect, useRef } from "react";
import { type Name, useMay } from "../desk";
import { fetched, Icon, type IconName, nothingHeld } from "../kit";
import { useWords, withWords } from "../words";
import styles from "./route.module.css";

const PARTS = ["people", "lists", "rules", "messages", "devices", "backup", "check", "mine", "about"] as const;
type Part = (typeof PARTS)[number];

const parts: Record<Part, { icon: IconName; needs: Name | null; screen: ComponentType }> = {
  people: {
    icon: "people",
    needs: "add_staff",
    screen: fetched(() => import("./People").then(({ People }) => People)),
  },
  lists: {
    icon: "filter",
    needs: "change_house",
    screen: fetched(() => import("./Lists").then(({ Lists }) => Lists)),
  },
  rules: {
    icon: "clock",
    needs: "set_rule",
    screen: fetched(() => import("./Rules").then(({ Rules }) => Rules)),
  },
  messages: {
    icon: "note",
    needs: "preview_message",
    screen: fetched(() => import("./Messages").then(({ Messages }) => Messages)),
  },
  devices: {
    icon: "devices",
    needs: "devices",
    screen: fetched(() => withWords(["customers"], import("./Devices")).then(({ Devices }) => Devices)),
  },
  backup: {
    icon: "backup",
    needs: "backup_status",
    screen: fetched(() => import("./Backup").then(({ Backup }) => Backup)),
  },
  check: {
    icon: "check",
    needs: "verify",
    screen: fetched(() => import("./Check").then(({ Check }) => Check)),
  },
  mine: { icon: "user", needs: null, screen: fetched(() => import("./Mine").then(({ Mine }) => Mine)) },
  about: { icon: "info", needs: null, screen: fetched(() => import("./About").then(({ About }) => About)) },
};

export function Page() {
  const { t } = useWords();
  const may = useMay();
  const asked = (useSearch({ strict: false }) as { part?: string }).part;
  const open = PARTS.filter((part) => {
    const { needs } = parts[part];
    return needs === null || may(needs);
  });
  const here = open.find((part) => part === asked) ?? open[0] ?? "mine";
  const Screen = parts[here].screen;
  const nav = useRef<HTMLElement>(null);
  useEffect(() => {
    if (nothingHeld()) nav.current?.querySelector<HTMLElement>("[aria-current]")?.focus();
  }, []);
  return (
    <div className={styles.settings}>
      <nav ref={nav} className={styles.parts} aria-label={t("frame.settings")}>
        <ul>
          {open.map((part) => (
            <li key={part}>
              <Link
                to="/settings"
                search={{ part } as never}
                className={styles.part ?? ""}
                data-here={part === here || undefined}
                aria-current={part === here ? "page" : undefined}
              >
                <Icon name={parts[part].icon} size={17} />
                {t(`settings.part_${part}`)}
              </Link>
            </li>
          ))}
        </ul>
      </nav>
      <div className={styles.here} key={here}>
        <Screen />
      </div>
    </div>
  );
}
