// The record of a customer beside whatever list one is in: who this is, what they want, what happened.
import { type ReactNode, useState } from "react";
import { type Agreement, WithCustomer } from "../appointments";
import { useAct, useAsk, useHouse, useMay } from "../desk";
import { EraseButton } from "../erasures";
import { useCustomerDrawer } from "../frame/useCustomerDrawer";
import type { CardRow, CustomerView, Id } from "../generated/types";
import { Button, Drawer, EmptyState, Facts, LevelChip, Section, Tabs } from "../kit";
import { useWords } from "../words";
import { CardFields } from "./CardFields";
import { CardHead } from "./CardHead";
import styles from "./CustomerDrawer.module.css";
import { LevelPicker } from "./LevelPicker";
import { LogContact } from "./LogContact";
import { Parking } from "./Parking";
import { Persons } from "./Persons";
import { PlanForm } from "./PlanForm";
import { Reassign } from "./Reassign";
import { Referred } from "./Referred";
import { Rivals } from "./Rivals";
import { Timeline } from "./Timeline";
import { type CardKey, useCardKeys } from "./useCardKeys";
import { useUndoLast } from "./useUndoLast";

const WIDTH = 520;
const FORMS = ["contact", "plan", "reassign"] as const;
type Doing = (typeof FORMS)[number];
type Adding = "tag" | "person" | "rival";
type View = "story" | "card";

/** Text of an imported sheet that could not be read: it is shown as it stood. */
function Kept({ view }: { view: CustomerView }) {
  const { t } = useWords();
  if (view.kept.length === 0) return null;
  return (
    <Section title={t("customers.kept")}>
      <div className={styles.kept}>
        <Facts facts={view.kept.map(({ heading, raw }) => ({ name: heading, value: raw }))} />
      </div>
    </Section>
  );
}

export function CustomerDrawer({ id, onClose }: { id: Id; onClose: () => void }) {
  const { t, problemWords } = useWords();
  const { label } = useHouse();
  const may = useMay();
  const drawer = useCustomerDrawer();
  const { data: view, problem } = useAsk("customer", { id }, { forget: true });
  const [agreement, setAgreement] = useState<Agreement>(null);
  const [doing, setDoing] = useState<Doing | null>(null);
  const [adding, setAdding] = useState<Adding | null>(null);
  const [levels, setLevels] = useState(false);
  const [card, setCard] = useState<CardRow | undefined>(undefined);
  const [shown, setShown] = useState<View>("story");
  const name = view?.row.name ?? "";
  const setLevel = useAct("set_level", {
    done: (_, ask) => t("customers.level_saved", { name, from: view?.row.level ?? "", to: ask.level }),
  });
  const undoLast = useUndoLast(id);

  const editable = view?.editable ?? false;
  const can: Record<CardKey, boolean> & { reassign: boolean } = {
    contact: editable && may("log_contact"),
    plan: editable && may("plan_card"),
    appointment: may("make_appointment"),
    level: editable && may("set_level"),
    tag: editable && may("add_tag"),
    person: editable && may("add_person"),
    rival: editable && may("add_rival"),
    undo_last: may("undo"),
    story: true,
    card: true,
    reassign: (view?.may_reassign ?? false) && may("reassign_customer"),
  };
  const begin = (what: Doing) => {
    setCard(undefined);
    setDoing(what);
  };
  useCardKeys(can, (key) => {
    if (key === "contact" || key === "plan") begin(key);
    else if (key === "appointment") setAgreement({ what: "make" });
    else if (key === "level") setLevels(true);
    else if (key === "undo_last") undoLast();
    else if (key === "story" || key === "card") setShown(key);
    else {
      if (key !== "tag") setShown("card");
      setAdding(key);
    }
  });

  if (problem !== null) {
    return (
      <Drawer title={t("customers.views")} width={WIDTH} onClose={onClose}>
        <EmptyState icon="warning" title={problemWords(problem)} />
      </Drawer>
    );
  }
  if (view === undefined) return <div className={styles.coming} style={{ width: WIDTH }} />;

  const { row } = view;
  const done = () => setDoing(null);
  const finish = (chosen: CardRow) => {
    setCard(chosen);
    setDoing("contact");
  };
  const adds = (what: Adding) => ({
    adding: adding === what,
    onAdding: (on: boolean) => setAdding(on ? what : null),
  });
  const form: Record<Doing, ReactNode> = {
    contact: <LogContact row={row} cards={view.cards} card={card} onDone={done} />,
    plan: <PlanForm customer={id} onDone={done} />,
    reassign: <Reassign row={row} onDone={done} />,
  };
  return (
    <Drawer
      width={WIDTH}
      onClose={onClose}
      title={
        <span className={styles.title}>
          <span className={styles.name} title={row.name}>
            {row.name || t("customers.unnamed")}
          </span>
          {row.gender && <span className={styles.gender}>{t(`customers.${row.gender}`)}</span>}
          {can.level ? (
            <LevelPicker
              level={row.level}
              open={levels}
              onOpen={setLevels}
              onPick={(to) => setLevel.run({ id, level: to })}
            />
          ) : (
            <LevelChip level={row.level} label={label("levels", row.level)} />
          )}
        </span>
      }
    >
      <div className={styles.head}>
        <CardHead
          view={view}
          tagging={adding === "tag"}
          onTagging={adds("tag").onAdding}
          onFinish={can.contact && may("finish_card") ? finish : undefined}
          onOpen={drawer.open}
        />
        <WithCustomer customer={id} name={row.name} doing={agreement} onDoing={setAgreement} />
        {FORMS.map((what) => (
          <Parking key={what} open={doing === what} onOpen={(open) => setDoing(open ? what : null)}>
            {form[what]}
          </Parking>
        ))}
        {doing === null && agreement === null && (
          <div className={styles.actions}>
            {can.contact && (
              <Button tone="primary" icon="phone" keys="c" onPress={() => begin("contact")}>
                {t("customers.log_contact")}
              </Button>
            )}
            {can.plan && (
              <Button icon="today" keys="a" onPress={() => begin("plan")}>
                {t("customers.plan")}
              </Button>
            )}
            {can.appointment && (
              <Button icon="calendar" keys="b" onPress={() => setAgreement({ what: "make" })}>
                {t("appointments.make")}
              </Button>
            )}
            {can.reassign && (
              <Button tone="quiet" icon="swap" onPress={() => begin("reassign")}>
                {t("customers.reassign")}
              </Button>
            )}
          </div>
        )}
      </div>
      <Tabs<View>
        label={t("customers.views")}
        value={shown}
        onChange={setShown}
        tabs={[
          { id: "story", label: t("customers.tab_story"), content: <Timeline customer={id} /> },
          {
            id: "card",
            label: t("customers.tab_card"),
            content: (
              <>
                <CardFields
                  view={view}
                  onOpen={drawer.open}
                  beside={
                    <>
                      <Rivals view={view} {...adds("rival")} />
                      <Persons view={view} {...adds("person")} onOpen={drawer.open} />
                    </>
                  }
                />
                <Referred view={view} onOpen={drawer.open} />
                <Kept view={view} />
                <EraseButton customer={id} name={row.name} />
              </>
            ),
          },
        ]}
      />
    </Drawer>
  );
}
