// The PCs of the branch: which there are, whether they show the same, and what to do where they do not.
import { useMemo, useState } from "react";
import { useAct, useAsk, useMay } from "../desk";
import { Disorders } from "../disorders";
import { useCommands } from "../frame/commands";
import type { DeviceView } from "../generated/types";
import { Button, Chip, type Column, EmptyState, Figure, Page, Table } from "../kit";
import { useWords } from "../words";
import { Device } from "./Device";
import { deviceName } from "./deviceName";
import { ExchangeState } from "./ExchangeState";
import { HubAddress } from "./HubAddress";
import { Invite } from "./Invite";

type Open = { kind: "device"; id: string } | { kind: "invite" } | { kind: "address" } | null;

export function Devices() {
  const { t, f } = useWords();
  const may = useMay();
  const view = useAsk("devices", {}).data;
  const makeHub = useAct("make_hub", { done: () => t("settings.exchange_hub_words") });
  const [open, setOpen] = useState<Open>(null);
  const alone = view?.status.part === "alone";
  const invites = may("invite") && !alone;

  useCommands(
    useMemo(
      () =>
        invites
          ? [
              {
                id: "invite",
                label: "settings.device_add" as const,
                keys: "Ctrl+N",
                noun: "settings",
                run: () => setOpen({ kind: "invite" }),
              },
            ]
          : [],
      [invites],
    ),
  );

  if (view === undefined) return null;
  const { devices, status } = view;
  const close = () => setOpen(null);
  const chosen = open?.kind === "device" ? devices.find(({ id }) => id === open.id) : undefined;
  const working = devices.filter(({ shut_out }) => !shut_out);

  const columns: Column<DeviceView>[] = [
    { id: "code", heading: t("settings.device_code"), width: "4em", cell: ({ code }) => code },
    {
      id: "name",
      heading: t("settings.device_name"),
      width: "minmax(8em, 2fr)",
      cell: (device) => <b>{deviceName(device, t)}</b>,
    },
    {
      id: "part",
      heading: t("settings.state"),
      width: "minmax(9em, 1fr)",
      cell: ({ me, hub, shut_out, code_taken }) => (
        <>
          {hub && <Chip tone="accent">{t("settings.device_hub")}</Chip>}
          {me && <Chip>{t("settings.device_this")}</Chip>}
          {code_taken && !shut_out && <Chip tone="warn">{t("settings.device_code_taken")}</Chip>}
          {shut_out && <Chip tone="danger">{t("settings.device_gone")}</Chip>}
        </>
      ),
    },
    {
      id: "entered",
      heading: t("settings.device_entered"),
      width: "minmax(8em, 1fr)",
      cell: ({ last_entered }) => last_entered !== null && f.moment(last_entered),
    },
  ];
  return (
    <>
      <Page
        title={t("settings.part_devices")}
        glance={!alone && <Figure value={working.length} label={t("settings.devices_working")} />}
        actions={
          invites && (
            <Button tone="primary" icon="plus" keys="Ctrl+N" onPress={() => setOpen({ kind: "invite" })}>
              {t("settings.device_add")}
            </Button>
          )
        }
      >
        {alone ? (
          <EmptyState
            icon="devices"
            title={t("settings.exchange_alone")}
            actions={
              may("make_hub") && (
                <Button tone="primary" autoFocus busy={makeHub.busy} onPress={() => makeHub.run({})}>
                  {t("settings.exchange_make_hub")}
                </Button>
              )
            }
          >
            {t("settings.exchange_alone_words")}
          </EmptyState>
        ) : (
          <>
            <ExchangeState view={view} onAddress={() => setOpen({ kind: "address" })} />
            <Table
              label={t("settings.part_devices")}
              autoFocus
              rows={devices}
              columns={columns}
              rowKey={({ id }) => id}
              openKey={open?.kind === "device" ? open.id : null}
              onOpen={({ id }) => setOpen({ kind: "device", id })}
              tone={({ shut_out }) => (shut_out ? "quiet" : undefined)}
              empty={null}
            />
            <Disorders />
          </>
        )}
      </Page>
      {open?.kind === "invite" && <Invite onClose={close} />}
      {open?.kind === "address" && <HubAddress address={status.address} onClose={close} />}
      {chosen && <Device key={chosen.id} device={chosen} onClose={close} />}
    </>
  );
}
