// Holds the answers of the desk and makes them stale when an act touched what they were read from.
import { QueryClient, QueryClientProvider } from "@tanstack/react-query";
import { type ReactNode, useEffect, useState } from "react";
import { reads } from "../generated/commands";
import type { DoorStatus } from "../generated/types";
import { type Desk, DeskContext, type Name } from "./desk";
import { keyOf } from "./useAsk";

function client(door: DoorStatus | undefined): QueryClient {
  const queries = new QueryClient({
    defaultOptions: {
      queries: {
        networkMode: "always",
        retry: false,
        staleTime: Number.POSITIVE_INFINITY,
        refetchOnWindowFocus: false,
        refetchOnReconnect: false,
      },
      mutations: { networkMode: "always", retry: false },
    },
  });
  if (door !== undefined) queries.setQueryData(keyOf("door_status", {}, null), door);
  return queries;
}

type DeskProviderProps = { desk: Desk; door?: DoorStatus | undefined; children: ReactNode };

export function DeskProvider({ desk, door, children }: DeskProviderProps) {
  const [queries] = useState(() => client(door));

  useEffect(() => {
    const stopTouched = desk.onTouched((nouns) => {
      queries.invalidateQueries({
        predicate: ({ queryKey }) => reads[queryKey[0] as Name]?.some((noun) => nouns.includes(noun)) ?? false,
      });
    });
    const stopLocked = desk.onLocked(() => {
      queries.invalidateQueries({ queryKey: ["door_status"] });
    });
    return () => {
      stopTouched();
      stopLocked();
    };
  }, [desk, queries]);

  return (
    <DeskContext value={desk}>
      <QueryClientProvider client={queries}>{children}</QueryClientProvider>
    </DeskContext>
  );
}
