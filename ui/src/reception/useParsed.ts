// What the desk understands of the line as it is now. An answer that comes late, for a text that has gone, is dropped.
import { useEffect, useState } from "react";
import { asProblem, useDesk } from "../desk";
import type { QuickEntry } from "../generated/types";

export type Parsed = { text: string; entry: QuickEntry };

export function useParsed(text: string): Parsed | null {
  const desk = useDesk();
  const [parsed, setParsed] = useState<Parsed | null>(null);
  useEffect(() => {
    if (text.trim() === "") {
      setParsed(null);
      return;
    }
    let current = true;
    desk.call("parse_quick_entry", { text }).then(
      (entry) => {
        if (current) setParsed({ text, entry });
      },
      // The line stays as it is; Enter will say what is wrong.
      (thrown) => asProblem(thrown),
    );
    return () => {
      current = false;
    };
  }, [desk, text]);
  return parsed;
}
