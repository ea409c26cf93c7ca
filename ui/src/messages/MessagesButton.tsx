// Opens the texts for a customer: "m" where a customer is being worked.
import { type RefObject, useMemo, useState } from "react";
import { useMay } from "../desk";
import { useCommands } from "../frame/commands";
import type { Id } from "../generated/types";
import { Button, fetched } from "../kit";
import { useWords } from "../words";

const Messages = fetched(() => import("./Messages").then((module) => module.Messages));

type MessagesButtonProps = {
  customer: Id;
  name: string;
  card?: Id;
  /** The screen that offers it; a record beside it has a button of its own. */
  noun?: "today" | "customers";
  /** The panel in which it stands. */
  within?: RefObject<HTMLElement | null>;
};

export function MessagesButton({ customer, name, card, noun = "customers", within }: MessagesButtonProps) {
  const { t } = useWords();
  const may = useMay();
  const [open, setOpen] = useState(false);
  const offered = may("messages");
  const commands = useMemo(
    () =>
      offered
        ? [
            {
              id: "messages",
              label: "messages.key",
              keys: "m",
              noun,
              ...(within ? { within } : {}),
              run: () => setOpen(true),
            } as const,
          ]
        : [],
    [offered, noun, within],
  );
  useCommands(commands);
  if (!offered) return null;
  return (
    <>
      <Button tone="quiet" icon="note" keys="m" onPress={() => setOpen(true)}>
        {t("messages.open")}
      </Button>
      {open && <Messages customer={customer} name={name} {...(card ? { card } : {})} onClose={() => setOpen(false)} />}
    </>
  );
}
