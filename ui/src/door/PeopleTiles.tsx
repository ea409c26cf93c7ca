// Who sits here: one tile each. Digits 1–9 choose, letters jump, arrows move.
import { ListBox, ListBoxItem } from "react-aria-components";
import type { DoorStatus } from "../generated/types";
import { useWords } from "../words";
import styles from "./PeopleTiles.module.css";

export type Person = DoorStatus["people"][number];

type PeopleTilesProps = {
  people: readonly Person[];
  chosen: string | null;
  onChoose: (person: Person) => void;
  /** Pressed with the mouse or a finger: the press has left the focus on the tile. */
  onPressed?: () => void;
  /** Show the digits that choose. */
  digits?: boolean;
  autoFocus?: boolean;
};

/** The surname, for the round sign of a person. */
const signOf = (name: string) => (/^\p{Script=Han}/u.test(name) ? name.slice(0, 1) : name.slice(0, 2)).toUpperCase();

export function PeopleTiles({ people, chosen, onChoose, onPressed, digits, autoFocus }: PeopleTilesProps) {
  const { t } = useWords();
  return (
    <ListBox
      aria-label={t("door.people")}
      className={styles.tiles ?? ""}
      layout="grid"
      autoFocus={autoFocus ? "first" : false}
      selectionMode="single"
      disallowEmptySelection
      selectedKeys={chosen === null ? [] : [chosen]}
      onSelectionChange={(keys) => {
        const person = people.find(({ id }) => keys !== "all" && keys.has(id));
        if (person) onChoose(person);
      }}
    >
      {people.map((person, index) => (
        <ListBoxItem
          key={person.id}
          id={person.id}
          textValue={person.name}
          className={styles.tile ?? ""}
          onClick={() => onPressed?.()}
        >
          <span className={styles.sign} aria-hidden="true">
            {signOf(person.name)}
          </span>
          <span className={styles.name}>{person.name}</span>
          {digits && index < 9 && (
            <span className={styles.digit} aria-hidden="true">
              {index + 1}
            </span>
          )}
        </ListBoxItem>
      ))}
    </ListBox>
  );
}
