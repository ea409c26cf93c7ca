// The seam between the screens and the machine: everything a screen may ask for. The window implements it in
// src/platform, tests with src/testing/fake.ts. Nothing else in the UI knows Tauri.
import { createContext, useContext } from "react";
import type { Commands } from "../generated/commands";
import type { Noun, Problem } from "../generated/types";

export type Name = keyof Commands;
export type Ask<N extends Name> = Commands[N][0];
export type Answer<N extends Name> = Commands[N][1];

export type FileKind = "workbook" | "backup";

export type Desk = {
  /** Runs a command of the desk; rejects with a `Problem`. */
  call<N extends Name>(name: N, ask: Ask<N>): Promise<Answer<N>>;
  /** Tells which nouns an act touched. Answers the way to stop listening. */
  onTouched(listener: (nouns: Noun[]) => void): () => void;
  /** Tells that the machine locked the desk (sleep, screen lock). */
  onLocked(listener: () => void): () => void;
  /** The system's dialogues; null when the person changed their mind. */
  pickFile(kind: FileKind): Promise<string | null>;
  pickFolder(): Promise<string | null>;
  /** Where to save a PDF; `name` is proposed. */
  pickPdf(name: string): Promise<string | null>;
  /** Shows the window, which starts hidden: without the look of this PC it would flash white. */
  showWindow(): Promise<void>;
  /** What the title bar of the window says. */
  setTitle(title: string): void;
  /** Opens the system's print dialogue for what is marked for paper. */
  print(): Promise<void>;
};

export const DeskContext = createContext<Desk | null>(null);

/** The desk of this window. */
export function useDesk(): Desk {
  const desk = useContext(DeskContext);
  if (desk === null) throw new Error("useDesk outside DeskProvider");
  return desk;
}

const NATURES: readonly string[] = ["refused", "failed", "broken"];

/** Whatever was thrown, as a problem that can be said in words. */
export function asProblem(thrown: unknown): Problem {
  if (typeof thrown === "object" && thrown !== null) {
    const { code, args, nature } = thrown as Partial<Problem>;
    if (typeof code === "string" && typeof nature === "string" && NATURES.includes(nature)) {
      return { code, args: args ?? {}, nature };
    }
  }
  const detail = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: "broken", args: { detail }, nature: "broken" };
}
