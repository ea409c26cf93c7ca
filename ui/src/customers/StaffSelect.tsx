// Whose: chosen from the colleagues. Apart, because most people see only their own.
import { type Option, Select } from "../kit";

type StaffSelectProps = {
  label: string;
  options: readonly Option[];
  value: string | null;
  onChange: (value: string | null) => void;
};

export function StaffSelect(props: StaffSelectProps) {
  return <Select {...props} hideLabel />;
}
