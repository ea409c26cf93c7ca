// The column beside the board: what belongs to the day, and whose turn it is. Fetched while the board is drawn; its place is kept.
import { memo } from "react";
import type { Id, ReceptionView } from "../generated/types";
import { DayHead } from "./DayHead";
import { Rota } from "./Rota";
import type { Pop } from "./usePop";

export type TurnsProps = {
  view: ReceptionView;
  isToday: boolean;
  picked: Id | null;
  onPick: (staff: Id | null) => void;
  onAsk: (pop: Pop) => void;
  onPage: (page: "sheet" | "arrange") => void;
};

export const Turns = memo(function Turns({ view, isToday, picked, onPick, onAsk, onPage }: TurnsProps) {
  return (
    <>
      <DayHead view={view} isToday={isToday} onSheet={() => onPage("sheet")} />
      <Rota
        rota={view.rota}
        next={view.next}
        picked={picked}
        onPick={onPick}
        onDuty={(staff) => onAsk({ ask: "duty", staff })}
        onSkip={(staff) => onAsk({ ask: "skip", staff })}
        onArrange={() => onPage("arrange")}
      />
    </>
  );
});
