// A form in the order in which people talk. Enter goes on, Ctrl+Enter saves from anywhere,
// and after a refusal the focus is in the first field that is wrong.
import { type ReactNode, type RefObject, useRef } from "react";
import { advance } from "./advance";
import { composing } from "./ime";

export type FormProps = {
  children: ReactNode;
  /** Saves. The form waits for it, then looks for fields that are wrong. */
  onSubmit: () => unknown;
  /** "rows" puts labels to the left: for long registers. */
  layout?: "stack" | "rows";
  /** What Enter does in a line of text: goes on (and saves on the last one), or saves at once. */
  enter?: "advance" | "submit";
  label?: string;
  className?: string | undefined;
  place?: RefObject<HTMLFormElement | null>;
};

export function Form({ children, onSubmit, layout = "stack", enter = "advance", label, className, place }: FormProps) {
  const own = useRef<HTMLFormElement>(null);
  const form = place ?? own;
  const submit = async () => {
    await onSubmit();
    // After React has shown the errors.
    requestAnimationFrame(() =>
      requestAnimationFrame(() => {
        form.current
          ?.querySelector<HTMLElement>('[data-field] [aria-invalid="true"], [data-field][data-invalid] button')
          ?.focus();
      }),
    );
  };
  return (
    <form
      ref={form}
      noValidate
      aria-label={label}
      data-layout={layout}
      className={className}
      onSubmit={(event) => {
        event.preventDefault();
        submit();
      }}
      onKeyDownCapture={(event) => {
        // Options, ticks and buttons keep Enter to themselves: the form takes what is its own before them.
        const at = event.target;
        if (event.key !== "Enter" || composing(event.nativeEvent)) return;
        const saves = event.ctrlKey || event.metaKey;
        const option = at instanceof HTMLInputElement && (at.type === "radio" || at.type === "checkbox");
        // Suggestions of which none is taken: what is typed stands, and Enter goes on.
        const asTyped =
          at instanceof HTMLInputElement &&
          at.getAttribute("aria-expanded") === "true" &&
          !at.getAttribute("aria-activedescendant");
        // What is in the form but floats above it (a calendar) is not the form's.
        if ((!saves && !option && !asTyped) || !event.currentTarget.contains(at as Node)) return;
        event.preventDefault();
        event.stopPropagation();
        if (saves || enter === "submit" || !advance(at as HTMLInputElement)) submit();
      }}
      onKeyDown={(event) => {
        if (event.key !== "Enter" || event.defaultPrevented || composing(event.nativeEvent)) return;
        const at = event.target;
        if (!(at instanceof HTMLInputElement) || at.getAttribute("aria-expanded") === "true") return;
        event.preventDefault();
        if (enter === "submit" || !advance(at)) submit();
      }}
    >
      {children}
    </form>
  );
}
