// A form within a record: Escape leaves the form, and the record stays. What was typed is kept until the form is opened again.
import { type ReactNode, useEffect, useRef, useState } from "react";
import { toast } from "../kit";
import { useWords } from "../words";
import styles from "./Parking.module.css";

type ParkingProps = {
  open: boolean;
  onOpen: (open: boolean) => void;
  children: ReactNode;
};

export function Parking({ open, onOpen, children }: ParkingProps) {
  const { t } = useWords();
  const [parked, setParked] = useState(false);
  const typed = useRef(false);
  const last = useRef<HTMLElement | null>(null);
  const around = useRef<HTMLDivElement>(null);
  if (open && parked) setParked(false);
  useEffect(() => {
    if (open) {
      last.current?.focus();
      around.current?.firstElementChild?.scrollIntoView({ block: "nearest" });
    } else if (!parked) {
      typed.current = false;
      last.current = null;
    }
  }, [open, parked]);
  if (!open && !parked) return null;
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: hears the form within
    <div
      ref={around}
      className={styles.around}
      hidden={!open}
      onInput={() => {
        typed.current = true;
      }}
      onFocus={({ target }) => {
        last.current = target;
      }}
      onKeyDown={(event) => {
        if (event.key !== "Escape" || event.defaultPrevented) return;
        event.preventDefault();
        if (typed.current) {
          setParked(true);
          toast({ text: t("customers.form_parked"), undo: () => onOpen(true) });
          // What is hidden cannot keep the focus: the record takes it.
          event.currentTarget.closest("aside")?.focus();
        }
        onOpen(false);
      }}
    >
      {children}
    </div>
  );
}
