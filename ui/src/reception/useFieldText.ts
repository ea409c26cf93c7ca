// A value of the register form as people read it.
import { useHouse } from "../desk";
import type { Gender, Id } from "../generated/types";
import { useWords } from "../words";
import { CONTROLS, type FieldName } from "./fields";

/** Names by id: consultants of the rota. */
export type Names = ReadonlyMap<Id, string>;

const SURNAME_ONLY = /^\p{Script=Han}$/u;

/** 张 + 先生 → 张先生; a full name stays as it is; nobody's name is said as such. */
export function useWho() {
  const { t } = useWords();
  return ({ name, gender }: { name?: string | null; gender?: Gender | null }): string => {
    const title = gender ? t(gender === "male" ? "reception.mister" : "reception.miss") : null;
    if (!name) return title ?? t("reception.nameless");
    return title !== null && SURNAME_ONLY.test(name) ? t("reception.titled", { name, title }) : name;
  };
}

export function useFieldText() {
  const { t, f, find } = useWords();
  const house = useHouse();
  return (field: string, value: unknown, names: Names): string => {
    const control = CONTROLS[field as FieldName];
    if (value === null || value === undefined || value === "" || control === undefined) return "";
    switch (control.as) {
      case "code":
      case "below":
        return house.label(control.list, String(value));
      case "choice":
        return find(`reception.${field}_${String(value)}`) ?? String(value);
      case "yes_no":
        return t(value ? "reception.yes" : "reception.no");
      case "money":
        return f.money(Number(value));
      case "time":
      case "moment":
        return f.moment(Number(value));
      case "staff":
        return names.get(String(value)) ?? "";
      case "phone":
        return f.phone(String(value));
      case "number":
        return field === "party_size" ? t("reception.people", { n: Number(value) }) : String(value);
      default:
        return String(value);
    }
  };
}
