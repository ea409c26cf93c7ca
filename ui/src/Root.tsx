// What every window needs around its screens.
import type { ReactNode } from "react";
import { type Desk, DeskProvider } from "./desk";
import { type Lang, WordsProvider } from "./words";

export function Root({ desk, lang, children }: { desk: Desk; lang?: Lang; children: ReactNode }) {
  return (
    <DeskProvider desk={desk}>
      <WordsProvider {...(lang ? { lang } : {})}>{children}</WordsProvider>
    </DeskProvider>
  );
}
