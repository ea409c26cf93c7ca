// Who works here, as what, and whether they can get in.
import { useMemo, useState } from "react";
import { useAsk } from "../desk";
import { useCommands } from "../frame/commands";
import type { Staff } from "../generated/types";
import { Button, Chip, type Column, Figure, Page, Table } from "../kit";
import { useWords } from "../words";
import { AddPerson } from "./AddPerson";
import { Person } from "./Person";
import styles from "./settings.module.css";

export function People() {
  const { t } = useWords();
  const staff = useAsk("staff_list", {}).data ?? [];
  const [open, setOpen] = useState<string | null>(null);
  const adding = open === "new";
  const chosen = staff.find(({ id }) => id === open);

  useCommands(
    useMemo(
      () => [
        { id: "add_person", label: "settings.add_person", keys: "Ctrl+N", noun: "settings", run: () => setOpen("new") },
      ],
      [],
    ),
  );

  const columns: Column<Staff>[] = [
    { id: "name", heading: t("door.staff_name"), width: "minmax(7em, 1fr)", cell: ({ name }) => <b>{name}</b> },
    {
      id: "roles",
      heading: t("settings.roles"),
      width: "minmax(8em, 2fr)",
      cell: ({ roles }) => roles.map((role) => t(`door.role_${role}`)).join(t("kit.list_comma")),
    },
    { id: "login", heading: t("door.login"), width: "minmax(5em, 1fr)", cell: ({ login }) => login },
    {
      id: "pin",
      heading: t("settings.pin"),
      width: "4em",
      cell: ({ has_pin }) => (has_pin ? t("settings.pin_set") : ""),
    },
    {
      id: "state",
      heading: t("settings.state"),
      width: "8em",
      cell: ({ active, one_time_password }) =>
        active ? (
          one_time_password && <Chip tone="warn">{t("settings.not_yet_in")}</Chip>
        ) : (
          <Chip>{t("settings.inactive")}</Chip>
        ),
    },
  ];
  return (
    <>
      <Page
        title={t("settings.part_people")}
        glance={<Figure value={staff.filter(({ active }) => active).length} label={t("settings.active_people")} />}
        actions={
          <Button tone="primary" icon="plus" keys="Ctrl+N" onPress={() => setOpen("new")}>
            {t("settings.add_person")}
          </Button>
        }
        fixed
      >
        <Table
          label={t("settings.part_people")}
          autoFocus
          rows={staff}
          columns={columns}
          rowKey={({ id }) => id}
          openKey={open}
          onOpen={({ id }) => setOpen(id)}
          tone={({ active }) => (active ? undefined : "quiet")}
          empty={<p className={styles.words}>{t("settings.no_people")}</p>}
        />
      </Page>
      {adding && <AddPerson onClose={() => setOpen(null)} />}
      {chosen && <Person key={chosen.id} person={chosen} onClose={() => setOpen(null)} />}
    </>
  );
}
