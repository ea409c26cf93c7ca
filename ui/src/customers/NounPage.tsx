// Customers as a list, or as the level sheet of a month: which of them stands in the address.
import { useNavigate, useSearch } from "@tanstack/react-router";
import { useCallback } from "react";
import { fetched } from "../kit";
import { CustomersPage } from "./CustomersPage";

const SHEET = "levels";
const LevelSheetPage = fetched(() => import("./LevelSheetPage").then(({ LevelSheetPage }) => LevelSheetPage));

export function NounPage() {
  const navigate = useNavigate();
  const { part } = useSearch({ strict: false }) as { part?: string };
  const show = useCallback(
    (next: string | undefined) => {
      navigate({ to: "/customers", search: ((was: object) => ({ ...was, part: next })) as never });
    },
    [navigate],
  );
  const toSheet = useCallback(() => show(SHEET), [show]);
  const toList = useCallback(() => show(undefined), [show]);
  return part === SHEET ? <LevelSheetPage onList={toList} /> : <CustomersPage onSheet={toSheet} />;
}
