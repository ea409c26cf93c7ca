// The record of a customer beside whatever list one is in: who this is, what they want, what happened.
import { useMemo, useRef, useState } from "react";
import { WithCustomer } from "../appointments";
import { useAct, useAsk, useHouse, useMay } from "../desk";
import { useCommands } from "../frame/commands";
import { useCustomerDrawer } from "../frame/useCustomerDrawer";
import type { CardRow, CustomerView, Id } from "../generated/types";
import { Button, Drawer, EmptyState, Facts, LevelChip, Section, Tabs } from "../kit";
import { useWords } from "../words";
import { CardFields } from "./CardFields";
import styles from "./CustomerDrawer.module.css";
import { KnownAlready } from "./KnownAlready";
import { LeftByEscape } from "./LeftByEscape";
import { LevelPath } from "./LevelPath";
import { LevelPicker } from "./LevelPicker";
import { LogContact } from "./LogContact";
import { OpenCards } from "./OpenCards";
import { Phones } from "./Phones";
import { PlanForm } from "./PlanForm";
import { Reassign } from "./Reassign";
import { Timeline } from "./Timeline";
import { Wants } from "./Wants";

const WIDTH = 520;
type Doing = "contact" | "plan" | "reassign" | "level" | null;
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
  const { t, f, problemWords } = useWords();
  const { label } = useHouse();
  const may = useMay();
  const drawer = useCustomerDrawer();
  const { data: view, problem } = useAsk("customer", { id }, { forget: true });
  const [doing, setDoing] = useState<Doing>(null);
  const [card, setCard] = useState<CardRow | undefined>(undefined);
  const [shown, setShown] = useState<View>("story");
  const name = view?.row.name ?? "";
  const setLevel = useAct("set_level", {
    done: (_, ask) => t("customers.level_saved", { name, from: view?.row.level ?? "", to: ask.level }),
  });

  const editable = view?.editable ?? false;
  const can = {
    contact: editable && may("log_contact"),
    plan: editable && may("plan_card"),
    level: editable && may("set_level"),
    reassign: (view?.may_reassign ?? false) && may("reassign_customer"),
  };
  const begin = (what: Doing) => {
    setCard(undefined);
    setDoing(what);
  };
  const begun = useRef(begin);
  begun.current = begin;
  const { contact, plan, level } = can;
  const commands = useMemo(
    () => [
      ...(contact
        ? [
            {
              id: "log_contact",
              label: "customers.key_contact",
              keys: "c",
              noun: "customers",
              run: () => begun.current("contact"),
            } as const,
          ]
        : []),
      ...(plan
        ? [
            {
              id: "plan_card",
              label: "customers.key_plan",
              keys: "a",
              noun: "customers",
              run: () => begun.current("plan"),
            } as const,
          ]
        : []),
      ...(level
        ? [
            {
              id: "set_level",
              label: "customers.key_level",
              keys: "l",
              noun: "customers",
              run: () => begun.current("level"),
            } as const,
          ]
        : []),
      {
        id: "story",
        label: "customers.key_story",
        keys: "t",
        noun: "customers",
        run: () => setShown("story"),
      } as const,
      { id: "card", label: "customers.key_card", keys: "e", noun: "customers", run: () => setShown("card") } as const,
    ],
    [contact, plan, level],
  );
  useCommands(commands);

  if (problem !== null) {
    return (
      <Drawer title={t("customers.views")} width={WIDTH} onClose={onClose}>
        <EmptyState icon="warning" title={problemWords(problem)} />
      </Drawer>
    );
  }
  if (view === undefined) return <div className={styles.coming} style={{ width: WIDTH }} />;

  const { row, fields } = view;
  const done = () => setDoing(null);
  const finish = (chosen: CardRow) => {
    setCard(chosen);
    setDoing("contact");
  };
  return (
    <Drawer
      width={WIDTH}
      onClose={onClose}
      title={
        <span className={styles.title}>
          <span className={styles.name}>{row.name || t("customers.unnamed")}</span>
          {row.gender && <span className={styles.gender}>{t(`customers.${row.gender}`)}</span>}
          {can.level ? (
            <LevelPicker
              level={row.level}
              open={doing === "level"}
              onOpen={(open) => setDoing(open ? "level" : null)}
              onPick={(to) => setLevel.run({ id, level: to })}
            />
          ) : (
            <LevelChip level={row.level} label={label("levels", row.level)} />
          )}
        </span>
      }
    >
      <div className={styles.head}>
        <Phones customer={id} phones={view.phones} editable={editable} onOpen={drawer.open} />
        <KnownAlready known={view.duplicates} onOpen={drawer.open} title={t("customers.maybe_same")} />
        <Facts
          facts={[
            { name: t("customers.wants"), value: <Wants fields={fields} /> },
            {
              name: t("customers.next"),
              value: <OpenCards cards={view.cards} onFinish={contact && may("finish_card") ? finish : undefined} />,
            },
            { name: t("customers.level_path"), value: <LevelPath levels={view.levels} /> },
            {
              name: t("customers.owner"),
              value: (
                <>
                  {row.owner_name ?? t("customers.nobody")}
                  <span className={styles.file}>
                    {t("customers.file_words", { code: view.code, day: f.date(view.card_day) })}
                  </span>
                </>
              ),
            },
          ]}
        />
        <WithCustomer customer={id} name={row.name} />
        {doing !== null && doing !== "level" ? (
          <LeftByEscape onLeave={done}>
            {doing === "contact" && (
              <LogContact key={card?.id} row={row} cards={view.cards} card={card} onDone={done} />
            )}
            {doing === "plan" && <PlanForm customer={id} onDone={done} />}
            {doing === "reassign" && <Reassign row={row} onDone={done} />}
          </LeftByEscape>
        ) : (
          <div className={styles.actions}>
            {can.contact && (
              <Button tone="primary" icon="phone" keys="c" onPress={() => begin("contact")}>
                {t("customers.log_contact")}
              </Button>
            )}
            {can.plan && (
              <Button icon="calendar" keys="a" onPress={() => begin("plan")}>
                {t("customers.plan")}
              </Button>
            )}
            {can.reassign && (
              <Button icon="swap" onPress={() => begin("reassign")}>
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
                <CardFields view={view} />
                <Kept view={view} />
              </>
            ),
          },
        ]}
      />
    </Drawer>
  );
}
