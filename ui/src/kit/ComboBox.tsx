// Text with suggestions that come while one types. What is typed may stay as it is; a suggestion is only quicker.
import { useContext, useEffect, useState } from "react";
import {
  ComboBox as AriaComboBox,
  Button,
  ComboBoxStateContext,
  Input,
  ListBox,
  ListBoxItem,
  Popover,
} from "react-aria-components";
import { useWords } from "../words";
import { FieldFoot, FieldLabel, type FieldProps, fieldStyles } from "./Field";
import { Icon } from "./Icon";
import pop from "./Pop.module.css";

export type Suggestion = { id: string; label: string; sub?: string };

export type ComboBoxProps = FieldProps & {
  /** The text in the box. */
  text: string;
  onText: (text: string) => void;
  /** What fits the text now; the screen asks for it. */
  suggestions: readonly Suggestion[];
  /** A suggestion was taken (the text is set, too). */
  onPick?: (suggestion: Suggestion) => void;
  placeholder?: string;
  autoFocus?: boolean;
  disabled?: boolean;
};

const KEPT = "data-react-aria-top-layer";

/** The suggestions are no dialogue: what is around them stays where it is for screen readers, as it does for eyes and Tab. React
 * Aria would hide it all as the list opens, but what is marked at that moment as standing above. */
function Around() {
  const open = useContext(ComboBoxStateContext)?.isOpen ?? false;
  useEffect(() => {
    if (!open) return;
    const marked = [...document.body.children].filter((part) => !part.hasAttribute(KEPT));
    for (const part of marked) part.setAttribute(KEPT, "");
    // The effects of what stands above this one follow at once.
    queueMicrotask(() => {
      for (const part of marked) part.removeAttribute(KEPT);
    });
  }, [open]);
  return null;
}

export function ComboBox(props: ComboBoxProps) {
  const { text, onText, suggestions, onPick, placeholder, autoFocus, disabled, ...field } = props;
  const { t } = useWords();
  // Suggestions come a moment after the key. The list is told to open at the key and closes empty until they are here;
  // told later, it would stay shut: an input method gives a whole word at once.
  const [keyed, setKeyed] = useState(false);
  useEffect(() => {
    if (keyed) setKeyed(false);
  }, [keyed]);
  return (
    <AriaComboBox
      className={fieldStyles.field ?? ""}
      data-field=""
      items={suggestions}
      inputValue={text}
      onInputChange={(typed) => {
        onText(typed);
        setKeyed(typed !== "");
      }}
      allowsEmptyCollection={keyed}
      onSelectionChange={(key) => {
        const taken = suggestions.find(({ id }) => id === key);
        if (!taken) return;
        onText(taken.label);
        onPick?.(taken);
      }}
      selectedKey={null}
      allowsCustomValue
      menuTrigger="input"
      isInvalid={Boolean(field.error)}
      isDisabled={disabled ?? false}
      autoFocus={autoFocus ?? false}
    >
      <Around />
      <FieldLabel {...field} />
      <div className={fieldStyles.box}>
        <Input placeholder={placeholder} spellCheck={false} />
        <Button className={fieldStyles.inBox ?? ""} aria-label={t("kit.suggestions")}>
          <Icon name="down" size={15} />
        </Button>
      </div>
      <FieldFoot description={field.description} error={field.error} />
      <Popover className={pop.pop ?? ""} offset={4}>
        <section className={pop.around} aria-label={t("kit.suggestions")}>
          <ListBox<Suggestion> className={pop.list ?? ""}>
            {(item) => (
              <ListBoxItem id={item.id} textValue={item.label} className={pop.item ?? ""}>
                <span className={pop.name}>{item.label}</span>
                {item.sub && <span className={pop.sub}>{item.sub}</span>}
              </ListBoxItem>
            )}
          </ListBox>
        </section>
      </Popover>
    </AriaComboBox>
  );
}
