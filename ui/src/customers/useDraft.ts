// A value that is being edited in place. A fresh answer replaces it, unless something was typed and not saved.
import { useState } from "react";

export function useDraft<V>(value: V): [draft: V, setDraft: (draft: V) => void] {
  const [draft, setDraft] = useState(value);
  const [base, setBase] = useState(value);
  if (base !== value) {
    setBase(value);
    if (draft === base) setDraft(value);
  }
  return [draft, setDraft];
}
