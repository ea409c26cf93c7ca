import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { expectNoFaults } from "../testing/axe";
import { door, someone } from "../testing/fake";
import { showPage } from "../testing/show";

const type = (keys: string) => userEvent.keyboard(keys);

test("Alt and a digit go to the screens, in the order of the rail", async () => {
  const { screen } = await showPage("/settings?part=about");
  await expect.element(screen.getByRole("heading", { name: "关于" })).toBeVisible();
  await type("{Alt>}3{/Alt}");
  await expect.element(screen.getByRole("link", { name: "客户" })).toHaveAttribute("aria-current", "page");
  await type("{Alt>}1{/Alt}");
  await expect.element(screen.getByRole("link", { name: "前台" })).toHaveAttribute("aria-current", "page");
});

test("only what the role may use stands in the rail", async () => {
  const me = someone({ roles: ["service_advisor"], can: ["customers", "customer", "search"] });
  const { screen } = await showPage("/reception", { door_status: door({ me }) });
  await expect.element(screen.getByRole("link", { name: "客户" })).toHaveAttribute("aria-current", "page");
  expect(screen.getByRole("navigation", { name: "主菜单" }).getByRole("link").elements()).toHaveLength(2);
});

test("the help sheet lists every command that has keys", async () => {
  const { screen } = await showPage("/settings?part=people");
  await expect.element(screen.getByRole("heading", { name: "人员" })).toBeVisible();
  await type("?");
  await expect.element(screen.getByRole("dialog", { name: "快捷键" })).toBeVisible();
  await expect.element(screen.getByText("添加同事").last()).toBeVisible();
  await expectNoFaults();
  await type("{Escape}");
  await expect.element(screen.getByRole("dialog")).not.toBeInTheDocument();
});

test("a question mark that is typed into a field is only a question mark", async () => {
  const { screen } = await showPage("/settings?part=people");
  await expect.element(screen.getByRole("heading", { name: "人员" })).toBeVisible();
  await type("{Control>}n{/Control}");
  await expect.element(screen.getByLabelText("姓名")).toHaveFocus();
  await type("?");
  await expect.element(screen.getByLabelText("姓名")).toHaveValue("?");
  await expect.element(screen.getByRole("dialog")).not.toBeInTheDocument();
});

test("the account menu has no faults and locks", async () => {
  const { screen, desk } = await showPage("/settings?part=about");
  await userEvent.click(screen.getByRole("button", { name: /王芳/ }));
  await expect.element(screen.getByRole("menuitem", { name: /锁定/ })).toBeVisible();
  await expectNoFaults();
  await userEvent.click(screen.getByRole("menuitem", { name: /锁定/ }));
  await expect.element(screen.getByRole("heading", { name: "已锁定" })).toBeVisible();
  expect(desk.acts).toEqual([{ name: "lock", ask: {} }]);
});

test("when the machine locks the desk the screen follows", async () => {
  const { screen, desk } = await showPage("/settings?part=about");
  await expect.element(screen.getByRole("heading", { name: "关于" })).toBeVisible();
  desk.answer({ door_status: door({ state: "locked", me: null }) });
  desk.lockedBySystem();
  await expect.element(screen.getByRole("heading", { name: "已锁定" })).toBeVisible();
});

test("a key that was never checked against the paper is said in the bar, and checked in the settings", async () => {
  const { screen } = await showPage("/settings?part=about", { door_status: door({ recovery_confirmed: false }) });
  await userEvent.click(screen.getByRole("button", { name: "恢复密钥未核对" }));
  await userEvent.click(screen.getByRole("button", { name: "核对恢复密钥" }));
  await expect.element(screen.getByRole("dialog", { name: "核对恢复密钥" })).toBeVisible();
  await expectNoFaults();
});

test("data that cannot be opened is a sentence and a second try", async () => {
  const fault = () => Promise.reject({ code: "store_in_use", args: {}, nature: "failed" });
  const { screen, desk } = await showPage("/", { door_status: fault }).catch(async () => {
    throw new Error("the screen stayed empty");
  });
  await expect.element(screen.getByRole("heading", { name: "打不开数据" })).toBeVisible();
  await expectNoFaults();
  desk.answer({ door_status: door() });
  await userEvent.click(screen.getByRole("button", { name: "再试一次" }));
  await expect.element(screen.getByRole("navigation", { name: "主菜单" })).toBeVisible();
});

test("a screen that fails says so in words, and the rest of the window goes on", async () => {
  const { screen } = await showPage("/today", { today: () => ({}) as never });
  await expect.element(screen.getByRole("heading", { name: "这一页出错了" })).toBeVisible();
  await expectNoFaults();
  await userEvent.click(screen.getByRole("link", { name: "客户" }));
  await expect.element(screen.getByRole("heading", { name: "客户", level: 1 })).toBeVisible();
});
