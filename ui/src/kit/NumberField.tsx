// A whole number with its unit. Empty is allowed: not yet known.
import { useEffect, useState } from "react";
import { TextField, type TextFieldProps } from "./TextField";

export type NumberFieldProps = Omit<TextFieldProps, "value" | "onChange" | "type" | "lines" | "onBlur"> & {
  value: number | null;
  onChange: (value: number | null) => void;
  min?: number;
  max?: number;
};

const FULL_WIDTH = 0xfee0;
/** Digits as an IME may write them. */
export const plainDigits = (text: string) =>
  text.replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - FULL_WIDTH));

export function NumberField({ value, onChange, min = 0, max = Number.MAX_SAFE_INTEGER, ...rest }: NumberFieldProps) {
  const [text, setText] = useState(value === null ? "" : String(value));
  useEffect(() => {
    setText((shown) => (Number(shown) === value && shown !== "" ? shown : value === null ? "" : String(value)));
  }, [value]);
  return (
    <TextField
      {...rest}
      value={text}
      onChange={(typed) => {
        const digits = plainDigits(typed).replace(/[^\d]/g, "");
        if (digits !== "" && Number(digits) > max) return;
        setText(digits);
        onChange(digits === "" ? null : Number(digits));
      }}
      onBlur={() => {
        if (value !== null && value < min) onChange(min);
      }}
    />
  );
}
