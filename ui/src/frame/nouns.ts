// The house: which nouns there are, in the order of the rail. A new noun is one line here and a folder with route.tsx.
import { lazyRouteComponent } from "@tanstack/react-router";
import type { Name } from "../desk";
import type { Me, Role } from "../generated/types";
import type { IconName } from "../kit";
import { type Key, withWords } from "../words";

export type NounEntry = {
  id: string;
  path: string;
  icon: IconName;
  label: Key;
  /** The command without which there is nothing to see; null: for everybody. */
  needs: Name | null;
  page: ReturnType<typeof lazyRouteComponent>;
};

export const nouns: readonly NounEntry[] = [
  {
    id: "reception",
    path: "/reception",
    icon: "reception",
    label: "frame.reception",
    needs: "reception",
    page: lazyRouteComponent(() => withWords(["reception"], import("../reception/route")), "Page"),
  },
  {
    id: "today",
    path: "/today",
    icon: "today",
    label: "frame.today",
    needs: "today",
    page: lazyRouteComponent(
      () => withWords(["today", "customers", "appointments", "reception"], import("../today/route")),
      "Page",
    ),
  },
  {
    id: "customers",
    path: "/customers",
    icon: "customers",
    label: "frame.customers",
    needs: "customers",
    page: lazyRouteComponent(() => withWords(["customers"], import("../customers/route")), "Page"),
  },
  {
    id: "team",
    path: "/team",
    icon: "people",
    label: "frame.team",
    needs: "team",
    page: lazyRouteComponent(() => withWords(["team", "customers"], import("../team/route")), "Page"),
  },
  {
    id: "import",
    path: "/import",
    icon: "import",
    label: "frame.import",
    needs: "read_import",
    page: lazyRouteComponent(() => withWords(["import"], import("../import/route")), "Page"),
  },
  {
    id: "settings",
    path: "/settings",
    icon: "settings",
    label: "frame.settings",
    needs: null,
    page: lazyRouteComponent(
      () => withWords(["settings", "customers", "disorders"], import("../settings/route")),
      "Page",
    ),
  },
];

/** What this person may see. */
export function nounsOf(me: Me): readonly NounEntry[] {
  return nouns.filter(({ needs }) => needs === null || me.can.includes(needs));
}

const AT_THE_DOOR: readonly Role[] = ["receptionist", "admin", "general_manager", "cs_clerk", "cs_manager"];

/** Where this person's work begins: at the counter, or with whom to call. */
export function homeOf(me: Me): string {
  const open = nounsOf(me);
  const first = me.roles.some((role) => AT_THE_DOOR.includes(role)) ? "reception" : "today";
  return (open.find(({ id }) => id === first) ?? open[0])?.path ?? "/settings";
}
