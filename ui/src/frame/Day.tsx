// The day and the time in the bar; the window's title says where one is.
import { useRouterState } from "@tanstack/react-router";
import { useEffect } from "react";
import { useDesk } from "../desk";
import type { DoorStatus } from "../generated/types";
import { dayOf, timeOf, useMinute, useWords } from "../words";
import { useScreen } from "./commands";
import { nouns } from "./nouns";

export function Day() {
  const { f } = useWords();
  const now = useMinute();
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
