// What else can be done with the daily sheet.
import type { ReactNode } from "react";
import type { ReceptionView } from "../generated/types";

export type SheetActionsProps = { view: ReceptionView };

export function SheetActions(_: SheetActionsProps): ReactNode {
  return null;
}
