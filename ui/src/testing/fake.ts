// A desk without a machine, for component tests and for looking at screens in a browser: answers are given by the
// test, acts are written down, touched nouns are told by hand.
import type { Answer, Ask, Desk, Name } from "../desk";
import { reads } from "../generated/commands";
import type { DoorStatus, Me, Noun, Problem } from "../generated/types";

export type Answers = { [N in Name]?: Answer<N> | ((ask: Ask<N>) => Answer<N> | Promise<Answer<N>>) };

export type FakeDesk = Desk & {
  /** What was asked, in order; reading commands are left out. */
  acts: { name: Name; ask: unknown }[];
  /** Everything that was asked. */
  calls: { name: Name; ask: unknown }[];
  /** Changes answers. */
  answer: (answers: Answers) => void;
  /** Tells the screens that nouns were touched. */
  touch: (...nouns: Noun[]) => void;
  /** Tells that the machine locked the desk. */
  lockedBySystem: () => void;
  /** What the file dialogues answer. */
  picked: string | null;
  /** What the title bar says. */
  title: string;
  /** How often something was printed. */
  printed: number;
};

/** A refusal of the desk. */
export function refuse(code: Problem["code"], args: Record<string, string> = {}): never {
  throw { code, args, nature: "refused" } satisfies Problem;
}

/** What this PC keeps for itself: nothing of it is in the log. */
const OF_THE_PC: Name[] = ["keep_draft", "drop_draft"];

export function fakeDesk(first: Answers = {}): FakeDesk {
  let answers: Answers = first;
  const touched = new Set<(nouns: Noun[]) => void>();
  const locked = new Set<() => void>();
  const listen = <L>(listeners: Set<L>, listener: L) => {
    listeners.add(listener);
    return () => {
      listeners.delete(listener);
    };
  };
  const desk: FakeDesk = {
    acts: [],
    calls: [],
    picked: null,
    title: "",
    printed: 0,
    call: async (name, ask) => {
      desk.calls.push({ name, ask });
      if (reads[name] === undefined && !OF_THE_PC.includes(name)) desk.acts.push({ name, ask });
      const answer = answers[name];
      if (answer === undefined)
        throw {
          code: "broken",
          args: { detail: `the test gives no answer to ${name}` },
          nature: "broken",
        } satisfies Problem;
      return (typeof answer === "function" ? await (answer as (ask: unknown) => unknown)(ask) : answer) as never;
    },
    onTouched: (listener) => listen(touched, listener),
    onLocked: (listener) => listen(locked, listener),
    pickFile: async () => desk.picked,
    pickFolder: async () => desk.picked,
    pickPdf: async () => desk.picked,
    showWindow: async () => {},
    setTitle: (title) => {
      desk.title = title;
    },
    print: async () => {
      desk.printed += 1;
    },
    answer: (more) => {
      answers = { ...answers, ...more };
    },
    touch: (...nouns) => {
      for (const listener of touched) listener(nouns);
    },
    lockedBySystem: () => {
      for (const listener of locked) listener();
    },
  };
  return desk;
}

export const EVERYTHING: Name[] = [
  "reception",
  "log_walk_in",
  "log_call",
  "leave_visit",
  "complete_visit",
  "log_missed_call",
  "call_back",
  "reveal_visit_phone",
  "reassign_visit",
  "set_duty",
  "arrange_turns",
  "skip_turn",
  "set_weather",
  "close_day",
  "check_day",
  "reopen_day",
  "drafts",
  "keep_draft",
  "drop_draft",
  "visit",
  "parse_quick_entry",
  "recognise",
  "suggest_models",
  "customers",
  "customer",
  "timeline",
  "add_customer",
  "edit_customer",
  "set_level",
  "add_phone",
  "remove_phone",
  "reveal_phone",
  "reveal_id_number",
  "reassign_customer",
  "merge_customers",
  "unmerge_customers",
  "undo",
  "search",
  "today",
  "finish_card",
  "log_contact",
  "plan_card",
  "skip_card",
  "expected",
  "appointments",
  "make_appointment",
  "change_appointment",
  "cancel_appointment",
  "mark_no_show",
  "messages",
  "preview_message",
  "team",
  "reviews_to_do",
  "review_contact",
  "review_contacts",
  "read_review",
  "read_import",
  "adjust_import",
  "commit_import",
  "cancel_import",
  "add_person",
  "edit_person",
  "remove_person",
  "add_tag",
  "remove_tag",
  "add_rival",
  "edit_rival",
  "remove_rival",
  "level_sheet",
  "claims",
  "claim_customer",
  "withdraw_claim",
  "decide_claim",
  "erasures",
  "ask_erasure",
  "decline_erasure",
  "erase_customer",
  "erase_with_key",
  "disorders",
  "settle_field",
  "dismiss_step",
  "daily_sheet",
  "preview_paper",
  "open_paper",
  "save_paper",
  "house",
  "change_house",
  "set_rule",
  "staff_list",
  "add_staff",
  "change_staff",
  "reset_password",
  "devices",
  "invite",
  "invitation",
  "withdraw_invitation",
  "hub_is_at",
  "make_hub",
  "renumber_device",
  "rename_device",
  "shut_out",
  "backup_status",
  "set_backup_folder",
  "back_up_now",
  "restore",
  "rebuild",
  "verify",
  "confirm_recovery_key",
];

/** Somebody who may do everything. */
export function someone(change: Partial<Me> = {}): Me {
  return {
    id: "p1",
    name: "王芳",
    roles: ["receptionist"],
    has_pin: true,
    one_time_password: false,
    can: EVERYTHING,
    ...change,
  };
}

export const PEOPLE: DoorStatus["people"] = [
  { id: "p1", name: "王芳", login: "wangfang", has_pin: true },
  { id: "p2", name: "李强", login: "liqiang", has_pin: true },
  { id: "p3", name: "陈静怡", login: "chenjingyi", has_pin: true },
  { id: "p4", name: "刘洋", login: "liuyang", has_pin: false },
  { id: "p5", name: "赵国栋", login: "zhaoguodong", has_pin: true },
];

/** The door of a branch at work. */
export function door(change: Partial<DoorStatus> = {}): DoorStatus {
  return {
    state: "open",
    branch: "广州天河店",
    brand: "广汽本田",
    demo: false,
    me: someone(),
    people: PEOPLE,
    last_login: "wangfang",
    recovery_confirmed: true,
    lock_after_minutes: 3,
    device_key: "system",
    device_key_path: null,
    version: "0.1.0",
    data_folder: "/home/desk/.local/share/cn.forecourt.desk",
    ...change,
  };
}
