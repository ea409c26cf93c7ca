// What else can be done, behind one button.
import type { ReactElement } from "react";
import {
  Menu as AriaMenu,
  Header,
  MenuItem,
  MenuSection,
  MenuTrigger,
  Popover,
  Separator,
} from "react-aria-components";
import { Icon, type IconName } from "./Icon";
import { Kbd } from "./Kbd";
import pop from "./Pop.module.css";

export type MenuEntry =
  | {
      id: string;
      label: string;
      icon?: IconName;
      keys?: string;
      tone?: "danger";
      /** One of several is in force. */
      chosen?: boolean;
      disabled?: boolean;
      run: () => void;
    }
  | { id: string; separator: true }
  | { id: string; head: string; entries: readonly MenuEntry[] };

export type MenuProps = {
  label: string;
  /** The button that opens it. */
  children: ReactElement;
  entries: readonly MenuEntry[];
};

function Entry({ entry }: { entry: MenuEntry }) {
  if ("separator" in entry) return <Separator className={pop.separator ?? ""} />;
  if ("head" in entry) {
    return (
      <MenuSection>
        <Header className={pop.head}>{entry.head}</Header>
        {entry.entries.map((inner) => (
          <Entry key={inner.id} entry={inner} />
        ))}
      </MenuSection>
    );
  }
  return (
    <MenuItem
      id={entry.id}
      textValue={entry.label}
      className={pop.item ?? ""}
      data-tone={entry.tone}
      isDisabled={entry.disabled ?? false}
      onAction={entry.run}
    >
      {entry.icon && <Icon name={entry.icon} size={17} />}
      <span className={pop.name}>{entry.label}</span>
      {entry.chosen && <Icon name="check" size={16} />}
      {entry.keys && <Kbd keys={entry.keys} />}
    </MenuItem>
  );
}

export function Menu({ label, children, entries }: MenuProps) {
  return (
    <MenuTrigger>
      {children}
      <Popover className={pop.pop ?? ""} data-overlay="" placement="bottom end" offset={4}>
        <AriaMenu aria-label={label} className={pop.list ?? ""}>
          {entries.map((entry) => (
            <Entry key={entry.id} entry={entry} />
          ))}
        </AriaMenu>
      </Popover>
    </MenuTrigger>
  );
}
