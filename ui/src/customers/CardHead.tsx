// The head of a record, read at a glance: numbers, tags, what they want and who decides, what is next, how the level went, whose.
import { useState } from "react";
import { useAct, useMay } from "../desk";
import { ContestedOf } from "../disorders";
import type { CardRow, CustomerView, Id, Recognised } from "../generated/types";
import { Button, Facts } from "../kit";
import { MessagesButton } from "../messages";
import { useWords } from "../words";
import styles from "./CustomerDrawer.module.css";
import { KnownAlready } from "./KnownAlready";
import { LevelPath } from "./LevelPath";
import { Merge } from "./Merge";
import { Merged } from "./Merged";
import { OpenCards } from "./OpenCards";
import { Phones } from "./Phones";
import { Tags } from "./Tags";
import { Wants } from "./Wants";

type CardHeadProps = {
  view: CustomerView;
  tagging: boolean;
  onTagging: (tagging: boolean) => void;
  onFinish: ((card: CardRow) => void) | undefined;
  onOpen: (customer: Id) => void;
};

export function CardHead({ view, tagging, onTagging, onFinish, onOpen }: CardHeadProps) {
  const { t, f } = useWords();
  const { row, fields } = view;
  const [merging, setMerging] = useState<Recognised | null>(null);
  const deciders = view.persons.filter(({ decides }) => decides).map(({ name }) => name);
  const shown = deciders.slice(0, 3).join("、");
  return (
    <>
      <Phones customer={row.id} phones={view.phones} persons={view.persons} editable={view.editable} onOpen={onOpen}>
        <MessagesButton customer={row.id} name={row.name} />
      </Phones>
      <Tags customer={row.id} tags={view.tags} editable={view.editable} adding={tagging} onAdding={onTagging} />
      <KnownAlready
        known={view.duplicates}
        onOpen={onOpen}
        title={t("customers.maybe_same")}
        onMerge={view.may_merge ? setMerging : undefined}
      />
      {merging && <Merge view={view} other={merging} onClose={() => setMerging(null)} />}
      <Merged view={view} />
      {view.contested.length > 0 && <ContestedOf view={view} />}
      <Facts
        facts={[
          {
            name: t("customers.wants"),
            value: (
              <span className={styles.wants}>
                <Wants fields={fields} rivals={view.rivals} />
                {deciders.length > 0 && (
                  <span className={styles.decides}>{t("customers.decided_by", { names: shown })}</span>
                )}
                <ProposedLevel view={view} />
              </span>
            ),
          },
          { name: t("customers.next"), value: <OpenCards cards={view.cards} onFinish={onFinish} /> },
          { name: t("customers.level_path"), value: <LevelPath levels={view.levels} /> },
          {
            name: t("customers.owner"),
            value: (
              <>
                <span className={styles.owner}>{row.owner_name ?? t("customers.nobody")}</span>
                <span className={styles.file}>
                  {t("customers.file_words", { code: view.code, day: f.date(view.card_day) })}
                </span>
              </>
            ),
          },
        ]}
      />
    </>
  );
}

/** The level that follows from when they want to buy: one press takes it. */
function ProposedLevel({ view }: { view: CustomerView }) {
  const { t } = useWords();
  const may = useMay();
  const { row, proposed_level: level } = view;
  const set = useAct("set_level", {
    done: (_, ask) => t("customers.level_saved", { name: row.name, from: row.level, to: ask.level }),
  });
  if (level === null || !view.editable || !may("set_level")) return null;
  return (
    <Button size="s" tone="link" icon="star" busy={set.busy} onPress={() => set.run({ id: row.id, level })}>
      {t("customers.level_proposed", { level })}
    </Button>
  );
}
