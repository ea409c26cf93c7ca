// Where one is. The list is in the path, the open customer in ?customer=…: so the record opens beside whatever list
// one came from, and "back" closes it.
import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  type RouterHistory,
  redirect,
} from "@tanstack/react-router";
import type { Me } from "../generated/types";
import { Fault } from "./Fault";
import { Frame } from "./Frame";
import { homeOf, nouns } from "./nouns";
import { windowHistory } from "./place";

export type Where = {
  /** The customer whose record is open. */
  customer?: string;
  /** The part of the settings. */
  part?: string;
  /** Whose day is looked at. */
  staff?: string;
};
type Context = { me: Me };

const root = createRootRouteWithContext<Context>()({
  component: Frame,
  validateSearch: ({ customer, part, staff }: Record<string, unknown>): Where => ({
    ...(typeof customer === "string" ? { customer } : {}),
    ...(typeof part === "string" ? { part } : {}),
    ...(typeof staff === "string" ? { staff } : {}),
  }),
});

const home = createRoute({
  getParentRoute: () => root,
  path: "/",
  beforeLoad: ({ context }) => {
    throw redirect({ to: homeOf(context.me), replace: true });
  },
});

const customer = createRoute({
  getParentRoute: () => root,
  path: "/customers/$id",
  beforeLoad: ({ params }) => {
    throw redirect({ to: "/customers", search: { customer: params.id }, replace: true });
  },
});

const pages = nouns.map(({ path, page }) => createRoute({ getParentRoute: () => root, path, component: page }));

const tree = root.addChildren([home, customer, ...pages]);

export function makeRouter(me: Me, history: RouterHistory = windowHistory()) {
  return createRouter({
    routeTree: tree,
    context: { me },
    history,
    defaultPreload: false,
    defaultPendingMs: 300,
    defaultNotFoundComponent: () => null,
    defaultErrorComponent: ({ reset }) => <Fault onAgain={reset} />,
  });
}
