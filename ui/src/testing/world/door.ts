// The door of the invented showroom: remembers who is in, and refuses as the real one does.
import type { DoorStatus, Me, Staff } from "../../generated/types";
import { type Answers, EVERYTHING, type FakeDesk, door as openDoor, refuse } from "../fake";
import { STAFF } from "./rows";

export const PASSWORD = "zhanting2026";
export const PIN = "246810";
export const RECOVERY_KEY = "7KQM-2R9D-X4TW-8HPA-J5VN-3BCE-6FGZ";

const meOf = ({ id, name, roles, has_pin, one_time_password }: Staff): Me => ({
  id,
  name,
  roles,
  has_pin,
  one_time_password,
  can: EVERYTHING,
});
const peopleOf = () =>
  STAFF.filter(({ active }) => active).map(({ id, name, login, has_pin }) => ({ id, name, login, has_pin }));

/** Answers of the door, beginning in `state`. `later` gives the desk, to tell what was touched. */
export function doorAnswers(state: DoorStatus["state"], later: () => FakeDesk): Answers {
  const first = STAFF[0] as Staff;
  let status: DoorStatus = openDoor({
    state,
    me: state === "open" ? meOf(first) : null,
    people: state === "empty" ? [] : peopleOf(),
    last_login: state === "empty" ? null : first.login,
    device_key: state === "empty" ? null : "system",
    branch: state === "open" || state === "locked" ? "广州天河店" : null,
    brand: state === "open" || state === "locked" ? "广汽本田" : null,
  });
  let failures = 0;
  const set = (change: Partial<DoorStatus>) => {
    status = { ...status, ...change };
    later().touch("door", "staff");
  };
  const seat = (staff: Staff) => {
    failures = 0;
    set({
      state: "open",
      me: meOf(staff),
      last_login: staff.login,
      branch: "广州天河店",
      brand: "广汽本田",
      people: peopleOf(),
    });
    return null;
  };
  const mine = () => STAFF.find(({ id }) => id === status.me?.id) ?? first;
  return {
    door_status: () => status,
    set_up_branch: ({ branch, brand, admin_name, password }) => {
      if (password.length < 10) refuse("password_too_short");
      const admin: Staff = { ...(STAFF[6] as Staff), name: admin_name, login: admin_name, has_pin: false };
      STAFF.splice(0, STAFF.length, admin);
      set({
        state: "open",
        branch,
        brand,
        me: meOf(admin),
        people: peopleOf(),
        device_key: "system",
        recovery_confirmed: false,
      });
      return { recovery_key: RECOVERY_KEY };
    },
    confirm_recovery_key: ({ recovery_key }) => {
      const typed = recovery_key.replace(/[^0-9A-Za-z]/g, "").toUpperCase();
      if (typed !== RECOVERY_KEY.replaceAll("-", "")) refuse("recovery_key_wrong");
      set({ recovery_confirmed: true });
      return null;
    },
    open_demo: ({ as_role }) => {
      const staff = STAFF.find(({ roles }) => roles.includes(as_role)) ?? first;
      set({ demo: true });
      return seat(staff);
    },
    leave_demo: () => {
      set({ state: "empty", demo: false, me: null, people: [] });
      return null;
    },
    sign_in: ({ login, password }) => {
      const staff = STAFF.find((one) => one.login === login.trim() && one.active);
      if (!staff || password !== PASSWORD) return refuse("wrong_password");
      return seat(staff);
    },
    recover: ({ recovery_key, login, new_password }) => {
      if (recovery_key.trim().toUpperCase() !== RECOVERY_KEY) refuse("recovery_key_wrong");
      if (new_password.length < 10) refuse("password_too_short");
      return seat(STAFF.find((one) => one.login === login) ?? refuse("staff_unknown", { name: login }));
    },
    switch_by_pin: ({ staff, pin }) => {
      const person = STAFF.find(({ id }) => id === staff);
      if (!person?.has_pin) return refuse("no_pin");
      if (pin === PIN) return seat(person);
      failures += 1;
      if (failures >= 5) {
        set({ state: "closed", me: null });
        return refuse("pin_closed", { left: "0" });
      }
      return refuse("wrong_pin", { left: String(5 - failures) });
    },
    set_pin: ({ pin }) => {
      if (!/^\d{6}$/.test(pin)) refuse("pin_not_six_digits");
      if (/^(\d)\1+$/.test(pin) || pin === "123456") refuse("pin_too_simple");
      mine().has_pin = true;
      set({ me: meOf(mine()), people: peopleOf() });
      return null;
    },
    change_password: ({ old, new: fresh }) => {
      if (old !== PASSWORD) refuse("wrong_password");
      if (fresh.length < 10) refuse("password_too_short");
      mine().one_time_password = false;
      set({ me: meOf(mine()) });
      return null;
    },
    lock: () => {
      set({ state: "locked", me: null });
      return null;
    },
    close: () => {
      set({ state: "closed", me: null, branch: null, brand: null });
      return null;
    },
    staff_list: () => STAFF.map((one) => ({ ...one })),
    add_staff: ({ name, roles }) => {
      if (STAFF.some(({ login }) => login === name)) refuse("login_taken", { name });
      const staff: Staff = {
        id: `p${STAFF.length + 10}`,
        name,
        login: name,
        roles,
        active: true,
        has_pin: false,
        one_time_password: true,
      };
      STAFF.push(staff);
      set({ people: peopleOf() });
      return { staff, one_time_password: "松果-7342-河岸" };
    },
    change_staff: ({ id, name, roles, active }) => {
      const staff = STAFF.find((one) => one.id === id) ?? refuse("staff_unknown");
      if ((active === false || (roles && !roles.includes("admin"))) && staff.roles.includes("admin"))
        refuse("last_admin");
      Object.assign(staff, { name: name ?? staff.name, roles: roles ?? staff.roles, active: active ?? staff.active });
      set({ people: peopleOf() });
      return { ...staff };
    },
    reset_password: ({ id }) => {
      const staff = STAFF.find((one) => one.id === id);
      if (staff) staff.one_time_password = true;
      later().touch("staff");
      return { one_time_password: "白鹭-5091-门廊" };
    },
  };
}
