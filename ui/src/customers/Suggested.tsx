// A model or a colour: free text that the catalogue or the house list helps to write.
import { useAsk, useHouse } from "../desk";
import { ComboBox } from "../kit";
import { Leaving } from "./Leaving";
import { useDraft } from "./useDraft";

type SuggestedProps = {
  kind: "model" | "colour";
  label: string;
  value: string | null;
  onSave: (value: string | null) => void;
  error: string | null;
};

export function Suggested({ kind, label, value, onSave, error }: SuggestedProps) {
  const { items, label: labelOf } = useHouse();
  const shown = kind === "colour" ? labelOf("colours", value) : (value ?? "");
  const [text, setText] = useDraft(shown);
  const models =
    useAsk("suggest_models", { text }, { when: kind === "model" && text !== shown && text !== "" }).data ?? [];
  const colours = items("colours").map(({ code }) => ({ id: code, label: labelOf("colours", code) }));
  const suggestions =
    kind === "model"
      ? models.map((model) => ({ id: model, label: model }))
      : colours.filter((one) => one.label.includes(text));
  const trimmed = text.trim();
  const meant = kind === "colour" ? (colours.find((one) => one.label === trimmed)?.id ?? trimmed) : trimmed;
  const next = meant === "" ? null : meant;
  return (
    <Leaving dirty={next !== value} onLeave={() => onSave(next)} onTakeBack={() => setText(shown)}>
      <ComboBox label={label} text={text} onText={setText} suggestions={suggestions} placeholder="—" error={error} />
    </Leaving>
  );
}
