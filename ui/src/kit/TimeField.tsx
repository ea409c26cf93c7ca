// A time of day, typed as one says it: 930, 9:30, 9点半, 下午2点.
import { useEffect, useState } from "react";
import { useWords } from "../words";
import { parseTime } from "./parseDay";
import { TextField, type TextFieldProps } from "./TextField";

export type TimeFieldProps = Omit<TextFieldProps, "value" | "onChange" | "type" | "lines" | "onBlur"> & {
  /** "HH:mm" */
  value: string | null;
  onChange: (value: string | null) => void;
};

export function TimeField({ value, onChange, ...rest }: TimeFieldProps) {
  const { t } = useWords();
  const [text, setText] = useState(value ?? "");
  const [typing, setTyping] = useState(false);
  const [left, setLeft] = useState(false);
  useEffect(() => {
    if (!typing) setText(value ?? "");
  }, [value, typing]);
  const meant = parseTime(text);
  const unclear = text.trim() !== "" && meant === null;
  return (
    <TextField
      placeholder={t("kit.time_hint")}
      {...rest}
      error={rest.error ?? (unclear && left ? t("kit.time_unclear") : null)}
      suffix={typing && meant !== null && meant !== text ? meant : rest.suffix}
      value={text}
      onChange={(typed) => {
        setTyping(true);
        setLeft(false);
        setText(typed);
        onChange(parseTime(typed));
      }}
      onBlur={() => {
        setLeft(true);
        setTyping(unclear);
      }}
    />
  );
}
