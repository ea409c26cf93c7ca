// A line of text, or several.
import { type ReactNode, type Ref, useState } from "react";
import { TextField as AriaTextField, Button, Input, TextArea } from "react-aria-components";
import { useWords } from "../words";
import { FieldFoot, FieldLabel, type FieldProps, fieldStyles as styles } from "./Field";
import { Icon } from "./Icon";

export type TextFieldProps = FieldProps & {
  value: string;
  onChange: (value: string) => void;
  /** Leaving the field. */
  onBlur?: () => void;
  /** Grows with its text. */
  lines?: boolean;
  size?: "m" | "l";
  type?: "text" | "password" | "tel";
  placeholder?: string;
  prefix?: ReactNode;
  suffix?: ReactNode;
  autoFocus?: boolean;
  disabled?: boolean;
  maxLength?: number;
  autoComplete?: string;
  inputRef?: Ref<HTMLInputElement>;
};

export function TextField({
  value,
  onChange,
  onBlur,
  lines,
  size = "m",
  type = "text",
  placeholder,
  prefix,
  suffix,
  autoFocus,
  disabled,
  maxLength,
  autoComplete = "off",
  inputRef,
  ...field
}: TextFieldProps) {
  const [shown, setShown] = useState(false);
  const { t } = useWords();
  const secret = type === "password";
  return (
    <AriaTextField
      className={styles.field ?? ""}
      data-field=""
      value={value}
      onChange={onChange}
      {...(onBlur ? { onBlur } : {})}
      type={secret && shown ? "text" : type}
      isInvalid={Boolean(field.error)}
      isDisabled={disabled ?? false}
      autoComplete={autoComplete}
      autoFocus={autoFocus ?? false}
      {...(maxLength === undefined ? {} : { maxLength })}
    >
      <FieldLabel {...field} />
      <div className={styles.box} data-size={size}>
        {prefix && <span className={styles.affix}>{prefix}</span>}
        {lines ? (
          <div className={styles.grows} data-text={value}>
            <TextArea placeholder={placeholder} rows={1} />
          </div>
        ) : (
          <Input ref={inputRef} placeholder={placeholder} spellCheck={false} />
        )}
        {suffix && <span className={styles.affix}>{suffix}</span>}
        {secret && (
          <Button
            slot={null}
            className={styles.inBox ?? ""}
            aria-label={shown ? t("kit.hide") : t("kit.show")}
            excludeFromTabOrder
            onPress={() => setShown(!shown)}
          >
            <Icon name={shown ? "eye_off" : "eye"} size={17} />
          </Button>
        )}
      </div>
      <FieldFoot description={field.description} error={field.error} />
    </AriaTextField>
  );
}
