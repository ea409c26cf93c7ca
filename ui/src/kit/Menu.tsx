// What else can be done, behind one button.
import { type ReactElement, useRef, useState } from "react";
import { ButtonContext } from "react-aria-components";
import type { IconName } from "./Icon";
import { useLoaded } from "./useLoaded";

const loadPop = () => import("./MenuPop").then(({ MenuPop }) => MenuPop);

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

export function Menu({ label, children, entries }: MenuProps) {
  const MenuPop = useLoaded(loadPop);
  const [open, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <ButtonContext
        value={{
          ref: button,
          "aria-haspopup": "menu",
          "aria-expanded": open,
          onPress: () => setOpen(true),
          onKeyDown: ({ key }) => key === "ArrowDown" && setOpen(true),
        }}
      >
        {children}
      </ButtonContext>
      {open && MenuPop && <MenuPop label={label} entries={entries} button={button} onClose={() => setOpen(false)} />}
    </>
  );
}
