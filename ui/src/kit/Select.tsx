// One of a list that is too long for digits. Letters jump, arrows move.
import { Select as AriaSelect, Button, ListBox, ListBoxItem, Popover, SelectValue } from "react-aria-components";
import { useWords } from "../words";
import { FieldFoot, FieldLabel, type FieldProps, fieldStyles } from "./Field";
import { Icon } from "./Icon";
import pop from "./Pop.module.css";
import styles from "./Select.module.css";

export type Option = { value: string; label: string; sub?: string };

export type SelectProps = FieldProps & {
  options: readonly Option[];
  value: string | null;
  onChange: (value: string | null) => void;
  placeholder?: string;
  /** Offers "none" as the first choice. */
  clearable?: boolean;
  disabled?: boolean;
  autoFocus?: boolean;
};

const NONE = "";

export function Select(props: SelectProps) {
  const { options, value, onChange, placeholder, clearable, disabled, autoFocus, ...field } = props;
  const { t } = useWords();
  const all = clearable ? [{ value: NONE, label: t("kit.none") }, ...options] : options;
  return (
    <AriaSelect
      className={fieldStyles.field ?? ""}
      data-field=""
      selectedKey={value}
      onSelectionChange={(key) => onChange(key === null || key === NONE ? null : String(key))}
      placeholder={placeholder ?? t("kit.choose")}
      isInvalid={Boolean(field.error)}
      isDisabled={disabled ?? false}
      autoFocus={autoFocus ?? false}
    >
      <FieldLabel {...field} />
      <Button className={styles.trigger ?? ""}>
        <SelectValue className={styles.value ?? ""} />
        <Icon name="down" size={15} />
      </Button>
      <FieldFoot description={field.description} error={field.error} />
      <Popover className={pop.pop ?? ""} offset={4}>
        <ListBox className={pop.list ?? ""} items={all}>
          {(option: Option) => (
            <ListBoxItem id={option.value} textValue={option.label} className={pop.item ?? ""}>
              <span className={pop.name}>{option.label}</span>
              {option.sub && <span className={pop.sub}>{option.sub}</span>}
            </ListBoxItem>
          )}
        </ListBox>
      </Popover>
    </AriaSelect>
  );
}
