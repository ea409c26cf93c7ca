// Prints the day's sheet from the command list, wherever on the reception one is.
import { useMemo, useState } from "react";
import { useMay } from "../desk";
import { useCommands } from "../frame/commands";
import type { Day } from "../generated/types";
import { PaperDialog } from "../print";

export function PrintCommand({ day }: { day: Day }) {
  const may = useMay()("open_paper");
  const [shown, setShown] = useState(false);
  useCommands(
    useMemo(() => {
      const run = () => setShown(true);
      return may ? [{ id: "reception.print_sheet", label: "print.print_sheet" as const, noun: "reception", run }] : [];
    }, [may]),
  );
  return shown && <PaperDialog paper="daily_sheet" day={day} onClose={() => setShown(false)} />;
}
