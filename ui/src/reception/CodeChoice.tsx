// One code of a house list. Up to ten stand in view with their digits; of a longer list the first eight, and the rest
// behind "more".
import { useEffect, useRef, useState } from "react";
import { type Choice, DigitChoice } from "../kit";
import { useWords } from "../words";

const ALL_IN_VIEW = 10;
const FIRST = 8;
const MORE = "…";

export type CodeChoiceProps = {
  label: string;
  options: readonly Choice<string>[];
  value: string | null;
  onChange: (value: string | null) => void;
  description?: React.ReactNode;
  error?: string | null | undefined;
};

export function CodeChoice({ options, value, onChange, ...field }: CodeChoiceProps) {
  const { t } = useWords();
  const [all, setAll] = useState(false);
  const place = useRef<HTMLDivElement>(null);

  useEffect(() => {
    if (!all) return;
    // The digit has sent the hand on to the next field: it comes back to the first of the new ones.
    place.current?.querySelectorAll<HTMLInputElement>("input")[FIRST]?.focus();
  }, [all]);

  if (all || options.length <= ALL_IN_VIEW) {
    return (
      <div ref={place}>
        <DigitChoice {...field} options={options} value={value} onChange={onChange} />
      </div>
    );
  }
  const first = options.slice(0, FIRST);
  const beyond = options.slice(FIRST).find((option) => option.value === value);
  const shown = [...first, { value: MORE, label: beyond ? `${beyond.label} ${MORE}` : t("reception.more_choices") }];
  return (
    <div ref={place}>
      <DigitChoice
        {...field}
        options={shown}
        value={beyond ? MORE : value}
        onChange={(chosen) => (chosen === MORE ? setAll(true) : onChange(chosen))}
      />
    </div>
  );
}
