// The list of a menu. Fetched apart from its button: most menus are not opened in a session.
import type { RefObject } from "react";
import { Menu as AriaMenu, Header, MenuItem, MenuSection, Popover, Separator } from "react-aria-components";
import { Icon } from "./Icon";
import { Kbd } from "./Kbd";
import type { MenuEntry } from "./Menu";
import pop from "./Pop.module.css";

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

type MenuPopProps = {
  label: string;
  entries: readonly MenuEntry[];
  button: RefObject<HTMLElement | null>;
  onClose: () => void;
};

export function MenuPop({ label, entries, button, onClose }: MenuPopProps) {
  return (
    <Popover
      className={pop.pop ?? ""}
      data-overlay=""
      aria-label={label}
      triggerRef={button}
      isOpen
      onOpenChange={(open) => open || onClose()}
      placement="bottom end"
      offset={4}
    >
      <AriaMenu aria-label={label} className={pop.list ?? ""} autoFocus="first" onClose={onClose}>
        {entries.map((entry) => (
          <Entry key={entry.id} entry={entry} />
        ))}
      </AriaMenu>
    </Popover>
  );
}
