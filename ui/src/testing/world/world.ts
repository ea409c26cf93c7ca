// An invented showroom behind the fake desk: answers every command that screens read, and remembers what is simple.
import type { BackupStatus, DoorStatus, House } from "../../generated/types";
import { plusDays, today } from "../../words/days";
import { type Answers, type FakeDesk, fakeDesk } from "../fake";
import { HOUSE } from "../house";
import { besideAnswers } from "./beside";
import { devices } from "./devices";
import { doorAnswers } from "./door";
import { following, todays } from "./following";
import { imports } from "./imports";
import { papers } from "./papers";
import { reception } from "./reception";
import { CARDS, CUSTOMERS, customerView, now, TIMELINE, VISITS } from "./rows";

const HOUR = 3_600_000;

function customers(desk: () => FakeDesk): Answers {
  let finished = 0;
  const acted = (act: string) => {
    desk().touch("customers", "cards");
    return { act };
  };
  return {
    customers: () => ({ rows: CUSTOMERS, next: null, total: CUSTOMERS.length, more: false }),
    ...besideAnswers(acted),
    customer: ({ id }) => customerView(id),
    timeline: () => ({ entries: TIMELINE, next: null }),
    add_customer: () => ({ ...acted("add"), id: "c1" }),
    edit_customer: () => ({ ...acted("edit"), changed_meanwhile: [] }),
    set_level: () => acted("level"),
    add_phone: () => acted("phone"),
    remove_phone: () => acted("phone"),
    reveal_phone: () => ({ phone: "13800136621" }),
    reveal_id_number: () => ({ id_number: "440106198803121234" }),
    reassign_customer: () => acted("owner"),
    undo: ({ act }) => {
      desk().touch("visits", "customers", "cards", "appointments", "reviews", "house");
      return { act: `undo-${act}`, reverted: 1, kept: 0 };
    },
    search: ({ text }) => {
      const rows = CUSTOMERS.filter(({ name, phone }) => name.includes(text) || phone?.includes(text));
      return {
        state: rows.length ? "ok" : /^\d{1,2}$/.test(text) ? "too_short" : "none",
        rows: rows.map((row) => ({ ...row, matched: null })),
        elsewhere: [],
      };
    },
    today: () => ({
      day: today(),
      staff: "p2",
      staff_name: "李强",
      overdue: CARDS.filter(({ overdue_days }) => overdue_days > 0),
      due: CARDS.filter(({ due }) => due === today()),
      upcoming: CARDS.filter(({ due }) => due > today()),
      overdue_count: CARDS.filter(({ overdue_days }) => overdue_days > 0).length,
      due_count: CARDS.filter(({ due }) => due === today()).length,
      done_today: finished,
      coming: [1, 2, 3, 4, 5, 6, 7].map((n) => ({
        day: plusDays(today(), n),
        count: CARDS.filter(({ due }) => due === plusDays(today(), n)).length,
      })),
      ...todays(),
      incomplete: VISITS.filter(({ missing }) => missing.length > 0),
      next_by_level: Object.fromEntries(
        HOUSE.lists.levels?.map(({ code, interval }) => [code, interval ? plusDays(today(), interval) : null]) ?? [],
      ),
    }),
    finish_card: ({ card }) => {
      CARDS.splice(0, CARDS.length, ...CARDS.filter(({ id }) => id !== card));
      finished += 1;
      return { ...acted(`finish-${card}`), next: null };
    },
    log_contact: () => ({ ...acted("contact"), next: null }),
    plan_card: () => acted("plan"),
    skip_card: () => ({ ...acted("skip"), next: null }),
  };
}

function house(desk: () => FakeDesk): Answers {
  let now_: House = structuredClone(HOUSE);
  let backup: BackupStatus = {
    folder: "/media/backup/zhanting",
    chosen: true,
    last: now() - 3 * HOUR,
    last_bytes: 18_400_000,
    problem: null,
    due: false,
    kept: [1, 2, 3].map((n) => ({
      file: `2026-11-${20 - n}.forecourt`,
      at: now() - (n * 24 - 21) * HOUR,
      bytes: 18_000_000 - n * 90_000,
    })),
  };
  const tell = <T>(answer: T): T => {
    desk().touch("house", "backup");
    return answer;
  };
  return {
    house: () => now_,
    change_house: ({ list, items }) => {
      now_ = { ...now_, lists: { ...now_.lists, [list]: items } };
      return tell({ act: `house-${list}` });
    },
    set_rule: ({ name, value }) => {
      now_ = { ...now_, rules: { ...now_.rules, [name]: value } };
      return tell({ act: `rule-${name}` });
    },
    backup_status: () => backup,
    set_backup_folder: ({ path }) => {
      backup = {
        ...backup,
        folder: path ?? "/home/desk/backup",
        chosen: path !== null,
        due: path === null,
        problem: null,
      };
      return tell(backup);
    },
    back_up_now: async () => {
      await new Promise((done) => setTimeout(done, 600));
      backup = { ...backup, last: now(), due: false };
      return tell(backup);
    },
    restore: () => null,
    rebuild: () => ({ ops: 4182 }),
    verify: () => ({
      ok: true,
      ops: 4182,
      checks: Object.fromEntries(
        ["cipher", "quick_check", "log_chain", "projections"].map((name) => [name, { ok: true, detail: null }]),
      ),
    }),
  };
}

/** A showroom to look at, its door in `state`. */
export function world(state: DoorStatus["state"] = "open"): FakeDesk {
  const later = (): FakeDesk => desk;
  const desk: FakeDesk = fakeDesk({
    ...reception(later),
    ...customers(later),
    ...devices(later),
    ...house(later),
    ...following(later),
    ...imports(),
    ...papers,
    ...doorAnswers(state, later),
  });
  return desk;
}
