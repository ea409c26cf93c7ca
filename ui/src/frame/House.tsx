// The house of one person: a router of their own, so that nothing of the former person's places remains.
import { RouterProvider } from "@tanstack/react-router";
import { useEffect, useLayoutEffect, useRef, useState } from "react";
import { Authority } from "../door/Authority";
import type { Me } from "../generated/types";
import { fetchAllWords } from "../words";
import { beginFor } from "./place";
import { makeRouter } from "./router";

const WORDS_AFTER_MS = 500;

export function House({ me }: { me: Me }) {
  const first = useRef(me);
  const [router, setRouter] = useState<ReturnType<typeof makeRouter> | null>(null);
  // Once the house of the former person is gone: the address is told to whoever listens.
  useLayoutEffect(() => {
    beginFor(first.current);
    setRouter(makeRouter(first.current));
  }, []);
  useEffect(() => {
    // Not in the way of the first screen.
    const timer = setTimeout(fetchAllWords, WORDS_AFTER_MS);
    return () => clearTimeout(timer);
  }, []);
  return <Authority me={me}>{router && <RouterProvider router={router} context={{ me }} />}</Authority>;
}
