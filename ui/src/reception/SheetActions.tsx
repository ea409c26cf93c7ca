// What can be done with a day's sheet: print it.
import { useState } from "react";
import { useMay } from "../desk";
import type { Day } from "../generated/types";
import { Button } from "../kit";
import { PaperDialog } from "../print";
import { useWords } from "../words";

export function SheetActions({ day }: { day: Day }) {
  const { t } = useWords();
  const may = useMay();
  const [shown, setShown] = useState(false);
  if (!may("open_paper")) return null;
  return (
    <>
      <Button icon="print" onPress={() => setShown(true)} onHoverStart={() => PaperDialog.fetch()}>
        {t("print.print_sheet")}
      </Button>
      {shown && <PaperDialog paper="daily_sheet" day={day} onClose={() => setShown(false)} />}
    </>
  );
}
