// The house of one person: a router of their own, so that nothing of the former person's places remains.
import { RouterProvider } from "@tanstack/react-router";
import { useState } from "react";
import { Authority } from "../door/Authority";
import type { Me } from "../generated/types";
import { homeOf, nounsOf } from "./nouns";
import { makeRouter } from "./router";

/** The place in the address belongs to somebody who may not see it: begin at home. */
function beginWhereAllowed(me: Me) {
  const path = window.location.hash.slice(1).split("?")[0] ?? "";
  if (path !== "" && path !== "/" && !nounsOf(me).some((noun) => path.startsWith(noun.path))) {
    window.location.hash = homeOf(me);
  }
}

export default function House({ me }: { me: Me }) {
  const [router] = useState(() => {
    beginWhereAllowed(me);
    return makeRouter(me);
  });
  return (
    <Authority me={me}>
      <RouterProvider router={router} context={{ me }} />
    </Authority>
  );
}
