// Who sits down: tiles, then the PIN. A digit chooses the person, six more let them in.
import { useState } from "react";
import type { Problem } from "../generated/types";
import { useWords } from "../words";
import { PeopleTiles, type Person } from "./PeopleTiles";
import { Seat } from "./Seat";
import styles from "./Seats.module.css";

type SeatsProps = {
  people: readonly Person[];
  /** Chosen at the beginning: the PIN can be typed at once. */
  first: string | null;
  onSeated: () => void;
  onClosed: (problem: Problem) => void;
};

export function Seats({ people, first, onSeated, onClosed }: SeatsProps) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<Person | null>(people.find(({ id }) => id === first) ?? null);
  const [back, setBack] = useState(0);
  return (
    // biome-ignore lint/a11y/noStaticElementInteractions: digits reach the tiles within
    <div
      className={styles.seats}
      onKeyDown={(event) => {
        const typing = event.target instanceof HTMLInputElement;
        if (event.key === "Escape" && chosen !== null && typing) {
          event.preventDefault();
          event.stopPropagation();
          setChosen(null);
          setBack(back + 1);
          return;
        }
        if (typing || event.ctrlKey || event.altKey || event.metaKey || !/^[1-9]$/.test(event.key)) return;
        const person = people[Number(event.key) - 1];
        if (!person) return;
        event.preventDefault();
        event.stopPropagation();
        setChosen(person);
      }}
    >
      <PeopleTiles
        key={back}
        people={people}
        chosen={chosen?.id ?? null}
        onChoose={setChosen}
        digits
        autoFocus={chosen === null}
      />
      <div className={styles.place}>
        {chosen ? (
          <Seat key={chosen.id} person={chosen} onSeated={onSeated} onClosed={onClosed} />
        ) : (
          <p className={styles.hint}>{t("door.seat_hint")}</p>
        )}
      </div>
    </div>
  );
}
