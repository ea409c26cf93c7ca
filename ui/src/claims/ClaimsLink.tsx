// Beside the list of customers: how many claims there are, and the way to them.
import { useEffect, useMemo, useState } from "react";
import { useAsk, useMay } from "../desk";
import { type Command, useCommands } from "../frame/commands";
import type { Id } from "../generated/types";
import { Button, Dialog } from "../kit";
import { useWords } from "../words";
import { ClaimsInbox } from "./parts";

const WIDTH = 620;

type ClaimsLinkProps = {
  onOpen: (customer: Id) => void;
  /** There is room for the number alone. */
  narrow?: boolean;
};

export function ClaimsLink({ onOpen, narrow }: ClaimsLinkProps) {
  const { t } = useWords();
  const may = useMay();
  const mayLook = may("claims");
  const claims = useAsk("claims", {}, { when: mayLook }).data ?? [];
  const [open, setOpen] = useState(false);
  useEffect(() => {
    if (mayLook) ClaimsInbox.fetch();
  }, [mayLook]);
  const commands = useMemo(
    (): Command[] =>
      mayLook ? [{ id: "claims", label: "customers.key_claims", noun: "customers", run: () => setOpen(true) }] : [],
    [mayLook],
  );
  useCommands(commands);
  const words = `${t("customers.claims")} ${claims.length}`;
  return (
    <>
      {claims.length > 0 && (
        <Button tone="quiet" icon="user" aria-label={words} onPress={() => setOpen(true)}>
          {narrow ? claims.length : words}
        </Button>
      )}
      {open && (
        <Dialog title={t("customers.claims")} open onClose={() => setOpen(false)} width={WIDTH}>
          <ClaimsInbox
            onOpen={(customer) => {
              setOpen(false);
              onOpen(customer);
            }}
          />
        </Dialog>
      )}
    </>
  );
}
