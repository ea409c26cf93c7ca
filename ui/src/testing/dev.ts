// The window in an ordinary browser, for looking at screens while they are made: an invented showroom instead of the
// machine. ?state=empty|closed|locked|open &lang= &theme= &role= &pcs=first|apart|offline|shut_out;
// never part of what is shipped.
import type { Desk } from "../desk/desk";
import type { DoorState, Role } from "../generated/types";
import type { Answers } from "./fake";
import { APART, CONTESTED, FIRST, OFFLINE, SHUT_OUT } from "./world/devices";
import { customerView, STAFF } from "./world/rows";
import { world } from "./world/world";

const PCS: Record<string, Answers> = {
  first: FIRST,
  apart: { ...APART, customer: () => ({ ...customerView("c1"), contested: CONTESTED.slice(0, 1) }) },
  offline: OFFLINE,
  shut_out: SHUT_OUT,
};

export function devDesk(): Desk {
  const asked = new URLSearchParams(window.location.search);
  for (const name of ["lang", "theme"]) {
    const value = asked.get(name);
    if (value) localStorage.setItem(`forecourt.${name}`, value);
  }
  const role = asked.get("role") as Role | null;
  const first = role && STAFF.findIndex(({ roles }) => roles.includes(role));
  if (first) STAFF.unshift(...STAFF.splice(first, 1));
  const desk = world((asked.get("state") as DoorState | null) ?? "open");
  if (asked.get("fault"))
    desk.answer({ door_status: () => Promise.reject({ code: asked.get("fault"), args: {}, nature: "failed" }) });
  desk.answer(PCS[asked.get("pcs") ?? ""] ?? {});
  desk.picked = "/home/desk/来店登记表.xlsx";
  return desk;
}
