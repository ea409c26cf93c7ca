// What else can be done with a party.
import { useMay } from "../desk";
import type { VisitRow } from "../generated/types";
import { IconButton, Menu, type MenuEntry } from "../kit";
import { useWords } from "../words";
import type { Pop } from "./usePop";

export type VisitMenuProps = { row: VisitRow; mayDrink: boolean; onAsk: (pop: Pop) => void };

export function VisitMenu({ row, mayDrink, onAsk }: VisitMenuProps) {
  const { t } = useWords();
  const may = useMay();
  const entries: MenuEntry[] = [];
  if (may("reassign_visit"))
    entries.push({
      id: "reassign",
      label: t("reception.reassign"),
      icon: "swap",
      keys: "R",
      run: () => onAsk({ ask: "reassign", row }),
    });
  if (mayDrink && row.kind !== "call")
    entries.push({
      id: "drink",
      label: t("reception.field_drink"),
      icon: "plus",
      keys: "D",
      run: () => onAsk({ ask: "drink", row }),
    });
  if (entries.length === 0) return null;
  return (
    <Menu label={t("reception.more")} entries={entries}>
      <IconButton icon="more" size="s" label={t("reception.more")} />
    </Menu>
  );
}
