// Narrows the list on the same screen.
import { Button, Input, SearchField } from "react-aria-components";
import { useWords } from "../words";
import { FieldLabel, fieldStyles as styles } from "./Field";
import { Icon } from "./Icon";

export type SearchBoxProps = {
  label: string;
  value: string;
  onChange: (value: string) => void;
  placeholder?: string;
  autoFocus?: boolean;
};

export function SearchBox({ label, value, onChange, placeholder, autoFocus }: SearchBoxProps) {
  const { t } = useWords();
  return (
    <SearchField className={styles.field ?? ""} value={value} onChange={onChange} autoFocus={autoFocus ?? false}>
      <FieldLabel label={label} hideLabel />
      <div className={styles.box}>
        <Icon name="search" size={16} className={styles.affix} />
        <Input placeholder={placeholder ?? label} spellCheck={false} />
        {value !== "" && (
          <Button className={styles.inBox ?? ""} aria-label={t("kit.clear")}>
            <Icon name="close" size={15} />
          </Button>
        )}
      </div>
    </SearchField>
  );
}
