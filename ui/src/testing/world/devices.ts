// The PCs of an invented branch: a hub at reception, one in the showroom, one that was lost.
import type { ContestedField, DeviceView, DisordersView, ExchangeStatus, Invitation } from "../../generated/types";
import type { Answers, FakeDesk } from "../fake";

const HOUR = 3_600_000;
const MINUTE = 60_000;

export const SYNCED: ExchangeStatus = {
  state: "synced",
  part: "member",
  waiting: 0,
  last_contact: Date.now() - MINUTE,
  trouble: null,
  address: "192.168.1.20:47800",
};

export const ALONE: ExchangeStatus = {
  state: "alone",
  part: "alone",
  waiting: 0,
  last_contact: null,
  trouble: null,
  address: null,
};

export const DEVICES: DeviceView[] = [
  {
    id: "d1",
    code: "01",
    code_taken: false,
    name: "前台",
    me: false,
    hub: true,
    shut_out: false,
    reason: null,
    last_entered: Date.now() - 4 * MINUTE,
    last_contact: null,
  },
  {
    id: "d2",
    code: "02",
    code_taken: false,
    name: "展厅左边",
    me: true,
    hub: false,
    shut_out: false,
    reason: null,
    last_entered: Date.now() - 20 * MINUTE,
    last_contact: Date.now() - MINUTE,
  },
  {
    id: "d3",
    code: "03",
    code_taken: false,
    name: null,
    me: false,
    hub: false,
    shut_out: true,
    reason: "笔记本丢了",
    last_entered: Date.now() - 70 * HOUR,
    last_contact: Date.now() - 70 * HOUR,
  },
];

const INVITATION: Invitation = {
  code: "7K3M-XQ2W-9P4T-RD8Z-B6NH",
  until: Date.now() + 10 * MINUTE,
  address: "192.168.1.20:47800",
  state: "open",
  joined: null,
};

/** What became of it. */
export const JOINED: Invitation = { ...INVITATION, state: "joined", joined: "展厅右边" };

/** What was done at this PC and the hub does not know yet. */
export const WAITING = [
  { verb: "log_walk_in", at: Date.now() - 9 * MINUTE },
  { verb: "finish_card", at: Date.now() - 5 * MINUTE },
  { verb: "edit_customer", at: Date.now() - 2 * MINUTE },
];

export function devices(desk: () => FakeDesk): Answers {
  let invitation: Invitation | null = null;
  return {
    devices: () => ({ status: SYNCED, devices: DEVICES, waiting: [] }),
    disorders: () => ({ fields: [], steps: [], breaches: [], withheld: [] }),
    settle_field: () => ({ act: "settle" }),
    dismiss_step: () => ({ act: "dismiss" }),
    exchange_status: () => SYNCED,
    try_again: () => null,
    invite: () => {
      invitation = INVITATION;
      desk().touch("exchange");
      return INVITATION;
    },
    invitation: () => invitation,
    withdraw_invitation: () => {
      invitation = null;
      return null;
    },
    make_hub: () => ({ act: "hub" }),
    renumber_device: () => ({ act: "renumber" }),
    rename_device: () => ({ act: "rename" }),
    shut_out: () => ({ act: "shut_out" }),
    hub_is_at: () => null,
    join_branch: () => null,
  };
}

const said = (value: string | null, by_name: string, device: string, ago: number) => ({
  value,
  by_name,
  device,
  at: Date.now() - ago * MINUTE,
});

export const CONTESTED: ContestedField[] = [
  {
    table: "customer",
    row: "c1",
    field: "colour",
    customer: "c1",
    customer_name: "张建国",
    stands: said("黑", "周敏", "前台", 12),
    other: said("白", "李强", "展厅左边", 31),
  },
  {
    table: "customer",
    row: "c3",
    field: "remark",
    customer: "c3",
    customer_name: "何志明",
    stands: said(null, "陈静怡", "展厅左边", 64),
    other: said("周末带家人来看七座，提前打电话确认展车在不在", "李强", "前台", 90),
  },
];

/** Two PCs were apart for a while, and somebody brought a changed program along. */
export const APART: Answers = {
  disorders: (): DisordersView => ({
    fields: CONTESTED,
    steps: [
      {
        step: "x1",
        noun: "visit",
        customer: "c8",
        customer_name: "冯国强",
        to: "left",
        state: "left",
        by_name: "李强",
        device: "展厅左边",
        at: Date.now() - 45 * MINUTE,
      },
    ],
    breaches: [
      {
        verb: "reassign_customer",
        count: 3,
        by: "p4",
        by_name: "刘洋",
        device: "展厅左边",
        at: Date.now() - 80 * MINUTE,
      },
    ],
    withheld: [{ verb: "set_rule", count: 1, by: "p9", by_name: null, device: "前台", at: Date.now() - 600 * MINUTE }],
  }),
};

/** The first PC of a branch, before there is a second. */
export const FIRST: Answers = {
  exchange_status: () => ALONE,
  devices: () => ({
    status: ALONE,
    devices: DEVICES.slice(1, 2).map((device) => ({ ...device, code: "01", name: null })),
    waiting: [],
  }),
};

/** Three acts that the hub does not know, and nobody answers. */
export const OFFLINE: Answers = {
  exchange_status: () => ({ ...SYNCED, state: "offline", waiting: 3, trouble: "hub_unreachable" }),
  devices: () => ({
    status: { ...SYNCED, state: "offline", waiting: 3, trouble: "hub_unreachable" },
    devices: DEVICES,
    waiting: WAITING,
  }),
};

/** The hub does not let this PC in any more. */
export const SHUT_OUT: Answers = {
  exchange_status: () => ({ ...SYNCED, state: "attention", trouble: "device_shut_out" }),
  devices: () => ({
    status: { ...SYNCED, state: "attention", trouble: "device_shut_out" },
    devices: DEVICES,
    waiting: [],
  }),
};
