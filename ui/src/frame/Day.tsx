// The day and the time in the bar; the window's title says where one is.
import { useQueryClient } from "@tanstack/react-query";
import { useRouterState } from "@tanstack/react-router";
import { useEffect, useRef } from "react";
import { useDesk } from "../desk";
import type { DoorStatus } from "../generated/types";
import { dayOf, timeOf, useMinute, useWords } from "../words";
import { useScreen } from "./commands";
import { nouns } from "./nouns";

/** What was read yesterday is read again: due cards, birthdays and the board are those of another day. */
function useNewDay(day: string) {
  const queries = useQueryClient();
  const readOn = useRef(day);
  useEffect(() => {
    if (readOn.current === day) return;
    readOn.current = day;
    queries.invalidateQueries();
  }, [day, queries]);
}

export function Day() {
  const { f } = useWords();
  const now = useMinute();
  useNewDay(dayOf(now));
  return (
    <span>
      {f.fullDay(dayOf(now))} {timeOf(now)}
    </span>
  );
}

export function useTitle(door: DoorStatus | undefined) {
  const desk = useDesk();
  const { t } = useWords();
  const path = useRouterState({ select: ({ location }) => location.pathname });
  const noun = nouns.find((one) => path.startsWith(one.path));
  useScreen(noun?.id ?? "");
  const parts = [
    noun && t(noun.label as "frame.today"),
    door?.demo ? t("frame.demo") : door?.branch,
    t("frame.product"),
  ];
  const title = parts.filter(Boolean).join(" · ");
  useEffect(() => {
    document.title = title;
    desk.setTitle(title);
    return () => {
      document.title = t("frame.product");
      desk.setTitle(t("frame.product"));
    };
  }, [title, desk, t]);
}
