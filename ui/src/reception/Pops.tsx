// One short question with a digit for each answer, over the board: why nothing was filed, what they drink, who receives them
// instead, what a colleague is doing, why a turn is passed over. Fetched once the board stands.
import { useState } from "react";
import { useAct, useHouse } from "../desk";
import type { DutyState, Id, RotaPlace, VisitRow } from "../generated/types";
import { useWords } from "../words";
import { type Answer, ChoosePop } from "./ChoosePop";
import { useWho } from "./useFieldText";

import type { Pop } from "./usePop";

const LONG = 16;

/** How a party is called in a question: a name that fills a page is cut. */
function useCalled() {
  const who = useWho();
  return (row: VisitRow) => {
    const called = [...who(row)];
    return called.length > LONG ? `${called.slice(0, LONG - 1).join("")}…` : called.join("");
  };
}

export type PopsProps = {
  pop: Pop;
  rota: readonly RotaPlace[];
  onClose: () => void;
  /** They leave, with or without a reason. */
  onLeave: (row: VisitRow, reason: string | null) => void;
};

const STATES: readonly DutyState[] = ["signing", "driving", "resting", "off"];

export function Pops(props: PopsProps) {
  switch (props.pop.ask) {
    case "not_filed":
      return <NotFiled {...props} row={props.pop.row} />;
    case "drink":
      return <Drink {...props} row={props.pop.row} />;
    case "reassign":
      return <Reassign {...props} row={props.pop.row} />;
    case "duty":
      return <Duty {...props} staff={props.pop.staff} />;
    case "skip":
      return <Skip {...props} staff={props.pop.staff} />;
  }
}

function useAnswers(list: string): Answer[] {
  const { items, label } = useHouse();
  return items(list).map(({ code }) => ({ id: code, label: label(list, code) }));
}

function NotFiled({ row, onLeave, onClose }: PopsProps & { row: VisitRow }) {
  const { t } = useWords();
  const who = useCalled();
  const leave = (reason: string | null) => {
    onClose();
    onLeave(row, reason);
  };
  return (
    <ChoosePop
      title={t("reception.why_not_filed", { who: who(row) })}
      answers={useAnswers("not_filed_reasons")}
      onChoose={leave}
      enter={{ label: t("reception.leave_anyway"), run: () => leave(null) }}
      cancel={t("reception.still_here")}
      onClose={onClose}
    />
  );
}

function Drink({ row, onClose }: PopsProps & { row: VisitRow }) {
  const { t } = useWords();
  const who = useCalled();
  const { label } = useHouse();
  const serve = useAct("complete_visit", {
    done: (_, { fields }) =>
      fields.drink
        ? t("reception.drink_served", { who: who(row), drink: label("drinks", fields.drink) })
        : t("reception.drink_taken_back", { who: who(row) }),
  });
  const choose = (drink: string | null) => {
    onClose();
    if (drink !== row.drink) serve.run({ id: row.id, fields: { drink } });
  };
  return (
    <ChoosePop
      title={t("reception.drink_who", { who: who(row) })}
      answers={useAnswers("drinks")}
      chosen={row.drink}
      onChoose={choose}
      {...(row.drink === null ? {} : { none: { label: t("reception.drink_none"), run: () => choose(null) } })}
      onClose={onClose}
    />
  );
}

function Reassign({ row, rota, onClose }: PopsProps & { row: VisitRow }) {
  const { t } = useWords();
  const who = useCalled();
  const nameOf = (id: Id) => rota.find(({ staff }) => staff === id)?.name ?? "";
  const reassign = useAct("reassign_visit", {
    done: (_, { consultant }) => t("reception.reassigned", { who: who(row), name: nameOf(consultant) }),
  });
  const others = rota.filter(({ staff }) => staff !== row.consultant);
  return (
    <ChoosePop
      title={t("reception.reassign_who", { who: who(row) })}
      text={t("reception.reassign_words")}
      answers={others.map(({ staff, name, state, busy }) => ({
        id: staff,
        label: name,
        hint: state ? t(`reception.state_${state}`) : busy ? t("reception.busy") : undefined,
      }))}
      onChoose={(consultant) => {
        onClose();
        reassign.run({ id: row.id, consultant });
      }}
      onClose={onClose}
    />
  );
}

function Duty({ staff, rota, onClose }: PopsProps & { staff: Id }) {
  const { t } = useWords();
  const [place] = useState(() => rota.find((one) => one.staff === staff));
  const name = place?.name ?? "";
  const set = useAct("set_duty", {
    done: (_, { state }) =>
      t("reception.state_set", { name, state: t(state ? `reception.state_${state}` : "reception.state_back") }),
  });
  const choose = (state: DutyState | null) => {
    onClose();
    if (state !== place?.state) set.run({ staff, state });
  };
  return (
    <ChoosePop
      title={t("reception.state_of", { name })}
      answers={STATES.map((state) => ({ id: state, label: t(`reception.state_${state}`) }))}
      chosen={place?.state ?? null}
      onChoose={(state) => choose(state as DutyState)}
      {...(place?.state ? { none: { label: t("reception.state_back"), run: () => choose(null) } } : {})}
      onClose={onClose}
    />
  );
}

function Skip({ staff, rota, onClose }: PopsProps & { staff: Id }) {
  const { t } = useWords();
  const name = rota.find((one) => one.staff === staff)?.name ?? "";
  const skip = useAct("skip_turn", { done: () => t("reception.skipped", { name }) });
  return (
    <ChoosePop
      title={t("reception.skip_why", { name })}
      answers={useAnswers("turn_skip_reasons")}
      onChoose={(reason) => {
        onClose();
        skip.run({ staff, reason });
      }}
      onClose={onClose}
    />
  );
}
