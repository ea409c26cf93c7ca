// Which of the three: the door, the house, or the house behind the lock.
import { useQueryClient } from "@tanstack/react-query";
import { useEffect, useState } from "react";
import { BehindLock } from "./BehindLock";
import { SittingContext, useDoor } from "./desk";
import { FaultBoundary } from "./frame/Fault";
import type { DoorStatus, Problem } from "./generated/types";
import { Button, EmptyState, fetched } from "./kit";
import { Toaster } from "./kit/Toaster";
import { clearToasts } from "./kit/toasts";
import { useWords, withWords } from "./words";

export const Door = fetched(() => withWords(["door", "errors"], import("./door/Door")).then(({ Door }) => Door));
const Lock = fetched(() => import("./door/Lock").then(({ Lock }) => Lock));
const House = fetched(() => import("./frame/House").then(({ House }) => House));

/** The last open state of the door for the person whose house is shown; null at the door. */
function useHeld(door: DoorStatus | undefined, inside: boolean): DoorStatus | null {
  const [held, setHeld] = useState<DoorStatus | null>(null);
  const next = door === undefined ? null : inside ? door : door.state === "locked" ? held : null;
  if (next !== held) setHeld(next);
  return next;
}

/** Nothing that was read for one person stays for the next; no message outlives the lock. */
function useEmptiedViews(who: string | null, locked: boolean) {
  const queries = useQueryClient();
  useEffect(() => {
    if (who === null) return;
    return () => {
      clearToasts();
      queries.removeQueries({ predicate: ({ queryKey }) => queryKey[2] === who });
    };
  }, [who, queries]);
  useEffect(() => {
    if (locked) clearToasts();
  }, [locked]);
}

export function App() {
  const { t, problemWords } = useWords();
  const door = useDoor();
  const [settingUp, setSettingUp] = useState(false);
  const [pinLater, setPinLater] = useState<string | null>(null);
  const [notice, setNotice] = useState<Problem | null>(null);
  const status = door.data;
  const me = status?.me ?? null;

  const settled = me !== null && (status?.demo || (!me.one_time_password && (me.has_pin || pinLater === me.id)));
  const inside = status?.state === "open" && settled === true && !settingUp;
  const locked = status?.state === "locked";
  const held = useHeld(status, inside);
  useEmptiedViews(held?.me?.id ?? null, locked);

  return (
    <>
      {status === undefined && door.problem !== null && (
        <main>
          <EmptyState
            icon="warning"
            title={t("door.cannot_open")}
            actions={<Button onPress={door.again}>{t("kit.again")}</Button>}
          >
            {problemWords(door.problem)}
          </EmptyState>
        </main>
      )}
      <FaultBoundary>
        {held?.me && (
          <SittingContext key={held.me.id} value={{ me: held.me, door: held, away: locked }}>
            <BehindLock away={locked}>
              <House me={held.me} />
            </BehindLock>
          </SittingContext>
        )}
        {status !== undefined && !inside && !locked && (
          <Door
            door={status}
            settingUp={settingUp}
            onSettingUp={setSettingUp}
            onPinLater={setPinLater}
            notice={notice}
            onNotice={setNotice}
          />
        )}
        {status !== undefined && locked && <Lock door={status} was={held?.me?.id ?? null} onNotice={setNotice} />}
      </FaultBoundary>
      <Toaster />
    </>
  );
}
