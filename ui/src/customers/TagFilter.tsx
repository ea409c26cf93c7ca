// Only those with a tag: one of the house list, or a free word.
import { useHouse } from "../desk";
import { ComboBox, Form } from "../kit";
import { useWords } from "../words";
import { useDraft } from "./useDraft";

export function TagFilter({ tag, onChange }: { tag: string | null; onChange: (tag: string | null) => void }) {
  const { t } = useWords();
  const { items, label } = useHouse();
  const [text, setText] = useDraft(label("tags", tag));
  const take = (word: string) => onChange(word.trim() === "" ? null : word.trim());
  // What stands there already is not suggested: the list would open again on what was just taken.
  const offered = items("tags")
    .map(({ code }) => ({ id: code, label: label("tags", code) }))
    .filter((one) => one.label !== text.trim() && one.label.toLowerCase().includes(text.trim().toLowerCase()));
  return (
    <Form label={t("customers.filter_tag")} enter="submit" onSubmit={() => take(text)}>
      <ComboBox
        label={t("customers.filter_tag")}
        hideLabel
        text={text}
        onText={(typed) => {
          setText(typed);
          if (typed === "") onChange(null);
        }}
        suggestions={offered}
        onPick={({ id }) => onChange(id)}
        placeholder={t("customers.filter_tag_hint")}
      />
    </Form>
  );
}
