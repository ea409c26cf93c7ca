// Asks for the password when an act needs more than the PIN with which this sitting began.
import { type ReactNode, useCallback, useRef, useState } from "react";
import { AuthorityContext, useSitting } from "../desk";
import type { Me } from "../generated/types";
import { fetched } from "../kit";

const AskPassword = fetched(() => import("./AskPassword").then(({ AskPassword }) => AskPassword));

export function Authority({ me, children }: { me: Me; children: ReactNode }) {
  const door = useSitting()?.door;
  const login = door?.people.find(({ id }) => id === me.id)?.login ?? me.name;
  const [asking, setAsking] = useState(false);
  const waiting = useRef<((given: boolean) => void) | null>(null);
  const ask = useCallback(
    () =>
      new Promise<boolean>((answered) => {
        waiting.current?.(false);
        waiting.current = answered;
        setAsking(true);
      }),
    [],
  );
  return (
    <AuthorityContext value={ask}>
      {children}
      {asking && (
        <AskPassword
          login={login}
          onAnswer={(given) => {
            setAsking(false);
            waiting.current?.(given);
            waiting.current = null;
          }}
        />
      )}
    </AuthorityContext>
  );
}
