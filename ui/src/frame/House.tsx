// The house of one person: a router of their own, so that nothing of the former person's places remains.
import { RouterProvider } from "@tanstack/react-router";
import { useState } from "react";
import { Authority } from "../door/Authority";
import type { Me } from "../generated/types";
import { beginFor } from "./place";
import { makeRouter } from "./router";

export default function House({ me }: { me: Me }) {
  const [router] = useState(() => {
    beginFor(me);
    return makeRouter(me);
  });
  return (
    <Authority me={me}>
      <RouterProvider router={router} context={{ me }} />
    </Authority>
  );
}
