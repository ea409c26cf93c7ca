// What every window needs around its screens.
import type { ReactNode } from "react";
import { type Desk, DeskProvider } from "./desk";
import type { DoorStatus } from "./generated/types";
import { type Lang, WordsProvider } from "./words";

export type RootProps = {
  desk: Desk;
  lang?: Lang;
  /** How the door stands, where it was asked before. */
  door?: DoorStatus | undefined;
  children: ReactNode;
};

export function Root({ desk, lang, door, children }: RootProps) {
  return (
    <DeskProvider desk={desk} door={door}>
      <WordsProvider {...(lang ? { lang } : {})}>{children}</WordsProvider>
    </DeskProvider>
  );
}
