import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import type { Ask } from "../desk";
import { expectNoFaults } from "../testing/axe";
import { refuse } from "../testing/fake";
import { HOUSE } from "../testing/house";
import { showPage } from "../testing/show";
import { PASSWORD, RECOVERY_KEY } from "../testing/world/door";

const type = (keys: string) => userEvent.keyboard(keys);

test.each([
  ["people", "人员"],
  ["lists", "选项列表"],
  ["rules", "规则"],
  ["backup", "备份"],
  ["check", "数据检查"],
  ["mine", "我的设置"],
  ["about", "关于"],
])("the part “%s” of the address is open and has no faults", async (part, title) => {
  const { screen } = await showPage(`/settings?part=${part}`);
  await expect.element(screen.getByRole("heading", { name: title, level: 1 })).toBeVisible();
  await expectNoFaults();
});

test("somebody new is added by keys and the one-time password is shown", async () => {
  const { screen, desk } = await showPage("/settings?part=people");
  await expect.element(screen.getByRole("heading", { name: "人员" })).toBeVisible();
  await type("{Control>}n{/Control}");
  await expect.element(screen.getByLabelText("姓名")).toHaveFocus();
  await expectNoFaults();
  await type("周敏{Control>}{Enter}{/Control}");
  await expect.element(screen.getByText("松果-7342-河岸")).toBeVisible();
  await expectNoFaults();
  expect(desk.acts).toEqual([{ name: "add_staff", ask: { name: "周敏", roles: ["consultant"] } }]);
});

test("a name that is taken is said beside the name", async () => {
  const { screen } = await showPage("/settings?part=people");
  await expect.element(screen.getByRole("heading", { name: "人员" })).toBeVisible();
  await type("{Control>}n{/Control}");
  await type("李强{Control>}{Enter}{/Control}");
  await expect.element(screen.getByLabelText("姓名")).toHaveAccessibleDescription(/./);
  await expect.element(screen.getByLabelText("姓名")).toHaveAttribute("aria-invalid", "true");
  await expect.element(screen.getByLabelText("姓名")).toHaveFocus();
});

test("roles are changed, a password is reset, and leaving can be undone", async () => {
  const { screen, desk } = await showPage("/settings?part=people");
  await userEvent.click(screen.getByRole("gridcell", { name: "李强" }).first());
  await userEvent.click(screen.getByText("销售经理", { exact: true }).last());
  await type("{Control>}{Enter}{/Control}");
  await expect
    .poll(() => desk.acts.at(-1))
    .toEqual({ name: "change_staff", ask: { id: "p2", name: "李强", roles: ["consultant", "sales_manager"] } });
  await userEvent.click(screen.getByRole("button", { name: "重置密码" }));
  await expect.element(screen.getByText("白鹭-5091-门廊")).toBeVisible();
  await expectNoFaults();
  await userEvent.click(screen.getByRole("button", { name: "停用" }));
  await userEvent.click(screen.getByRole("button", { name: /撤销/ }));
  await expect.poll(() => desk.acts.at(-1)).toEqual({ name: "change_staff", ask: { id: "p2", active: true } });
});

test("what needs the password asks for it and then goes on by itself", async () => {
  let signed = false;
  const { screen, desk } = await showPage("/settings?part=rules", {
    set_rule: () => (signed ? { act: "r1" } : refuse("password_needed")),
  });
  await userEvent.click(screen.getByText("到店未成交的客户，第二天回访"));
  await expect.element(screen.getByRole("dialog", { name: "请再输一次密码" })).toBeVisible();
  await expectNoFaults();
  signed = true;
  await type(`${PASSWORD}{Enter}`);
  await expect.element(screen.getByText("已保存", { exact: true })).toBeVisible();
  expect(desk.acts.map(({ name }) => name)).toEqual(["set_rule", "sign_in", "set_rule"]);
});

test("minutes are kept when the field is left", async () => {
  const { screen, desk } = await showPage("/settings?part=rules");
  await userEvent.fill(screen.getByLabelText("前台"), "5");
  await type("{Tab}");
  await expect
    .poll(() => desk.acts)
    .toEqual([{ name: "set_rule", ask: { name: "lock_after_minutes_reception", value: 5 } }]);
});

test("a list is put in another order, gets a new choice, and is saved as a whole", async () => {
  const { screen, desk } = await showPage("/settings?part=lists");
  await userEvent.click(screen.getByRole("button", { name: /意向级别/ }));
  await expectNoFaults();
  await userEvent.click(screen.getByRole("option", { name: "来店目的" }));
  const first = HOUSE.lists.purposes?.[0];
  await userEvent.click(screen.getByRole("button", { name: `下移“${first?.label["zh-CN"]}”` }));
  await userEvent.click(screen.getByRole("button", { name: "添加选项" }));
  await userEvent.click(screen.getByRole("button", { name: /^保存/ }));
  await expect.element(screen.getByText("请填写")).toBeVisible();
  expect(desk.acts).toEqual([]);
  await type("取资料");
  await userEvent.click(screen.getByRole("button", { name: /^保存/ }));
  await expect.poll(() => desk.acts).toHaveLength(1);
  const { list, items } = (desk.acts[0] as { ask: unknown }).ask as Ask<"change_house">;
  expect(list).toBe("purposes");
  expect(items?.[1]?.code).toBe(first?.code);
  expect(items?.at(-1)).toMatchObject({ code: "", label: { "zh-CN": "取资料" }, active: true });
});

test("a place of a source says to which source it belongs, and goes to another", async () => {
  const { screen, desk } = await showPage("/settings?part=lists");
  await userEvent.click(screen.getByRole("button", { name: /意向级别/ }));
  await userEvent.click(screen.getByRole("option", { name: "细分来源" }));
  const place = HOUSE.lists.sub_sources?.[0];
  const source = HOUSE.lists.sources?.find(({ code }) => code !== place?.parent);
  const row = screen.getByRole("group", { name: place?.label["zh-CN"] ?? "", exact: true });
  await userEvent.click(row.getByRole("button", { name: /属于/ }));
  await userEvent.click(screen.getByRole("option", { name: source?.label["zh-CN"] ?? "", exact: true }));
  await userEvent.click(screen.getByRole("button", { name: /^保存/ }));
  await expect.poll(() => desk.acts).toHaveLength(1);
  const { items } = (desk.acts[0] as { ask: unknown }).ask as Ask<"change_house">;
  expect(items?.[0]).toMatchObject({ code: place?.code, parent: source?.code });
});

test("without a backup the first thing said is that there is none, and a folder is chosen", async () => {
  const none = {
    folder: "/home/desk/backup",
    chosen: false,
    last: null,
    last_bytes: null,
    problem: null,
    due: true,
    kept: [],
  };
  const { screen, desk } = await showPage("/settings?part=about", { backup_status: none });
  await userEvent.click(screen.getByRole("button", { name: "备份还在本机硬盘" }));
  await expect.element(screen.getByText("备份和资料还在同一块硬盘上", { exact: false })).toBeVisible();
  await expectNoFaults();
  desk.picked = "/media/usb";
  await userEvent.click(screen.getByRole("button", { name: "选择备份文件夹" }));
  await expect.poll(() => desk.acts.at(-1)).toEqual({ name: "set_backup_folder", ask: { path: "/media/usb" } });
});

test("a backup that failed says so in words", async () => {
  const problem = { code: "disk_full", args: {}, nature: "failed" } as const;
  const { screen } = await showPage("/settings?part=backup", {
    backup_status: { folder: "/media/usb", chosen: true, last: null, last_bytes: null, problem, due: true, kept: [] },
  });
  await expect.element(screen.getByRole("alert").first()).toBeVisible();
  await expectNoFaults();
});

test("restoring asks for the file and the key on paper", async () => {
  const { screen, desk } = await showPage("/settings?part=backup");
  desk.picked = "/media/usb/a.forecourt";
  await userEvent.click(screen.getByRole("button", { name: "从备份恢复…" }));
  await expectNoFaults();
  await userEvent.click(screen.getByRole("button", { name: "选择…" }));
  await userEvent.fill(screen.getByRole("textbox", { name: "恢复密钥" }), RECOVERY_KEY);
  await type("{Enter}");
  await expect.poll(() => desk.acts.at(-1)?.name).toBe("restore");
});

test("the check tells each result in words", async () => {
  const { screen } = await showPage("/settings?part=check", {
    verify: {
      ok: false,
      ops: 12,
      checks: { cipher: { ok: true, detail: null }, projections: { ok: false, detail: "customer" } },
    },
  });
  await userEvent.click(screen.getByRole("button", { name: "开始检查" }));
  await expect.element(screen.getByText("表格与操作记录一致")).toBeVisible();
  await expect.element(screen.getByText("发现问题")).toBeVisible();
  await expectNoFaults();
});

test("a long check tells how far it is and can be stopped", async () => {
  let stop: (reason: unknown) => void = () => {};
  const { screen } = await showPage("/settings?part=check", {
    verify: () =>
      new Promise((_, refused) => {
        stop = refused;
      }),
    progress: { phase: "checking", done: 300, total: 1_000 },
    stop: () => {
      stop({ code: "cancelled", args: {}, nature: "refused" });
      return null;
    },
  });
  await userEvent.click(screen.getByRole("button", { name: "开始检查" }));
  await expect.element(screen.getByRole("progressbar", { name: "正在检查" })).toHaveAttribute("aria-valuenow", "300");
  await expectNoFaults();
  await userEvent.click(screen.getByRole("button", { name: "停止" }));
  await expect.element(screen.getByText(/已停止/)).toBeVisible();
  await expect.element(screen.getByRole("button", { name: "开始检查" })).toBeEnabled();
});

test("language and light are one's own and change at once", async () => {
  const { screen } = await showPage("/settings?part=mine");
  await userEvent.click(screen.getByText("English", { exact: true }).last());
  await expect.element(screen.getByRole("heading", { name: "My settings" })).toBeVisible();
  await userEvent.click(screen.getByText("Dark", { exact: true }).last());
  expect(document.documentElement.dataset.theme).toBe("dark");
  await expectNoFaults();
  await userEvent.click(screen.getByText("As the system", { exact: true }).last());
  await userEvent.click(screen.getByText("简体中文", { exact: true }).last());
});

test("after a person was added and after a password was reset, the keys go on in the list", async () => {
  const { screen } = await showPage("/settings?part=people");
  await expect.element(screen.getByRole("heading", { name: "人员" })).toBeVisible();
  await type("{Control>}n{/Control}");
  await expect.element(screen.getByLabelText("姓名")).toHaveFocus();
  await type("周敏{Control>}{Enter}{/Control}");
  await expect.element(screen.getByRole("button", { name: "完成" })).toHaveFocus();
  await type("{Enter}");
  await expect.element(screen.getByRole("grid")).toHaveFocus();
  await type("{ArrowDown}{Enter}");
  const reset = screen.getByRole("button", { name: "重置密码" });
  await expect.element(reset).toBeVisible();
  (reset.element() as HTMLElement).focus();
  await type("{Enter}");
  await expect.element(screen.getByText("白鹭-5091-门廊")).toBeVisible();
  await expect.element(screen.getByRole("complementary", { name: "李强" })).toHaveFocus();
  await type("{Escape}");
  await expect.element(screen.getByRole("grid")).toHaveFocus();
});

test("a new choice of a list is named at once, and after saving the next is one key away", async () => {
  const { screen, desk } = await showPage("/settings?part=lists");
  const add = screen.getByRole("button", { name: "添加选项" });
  await expect.element(add).toBeVisible();
  (add.element() as HTMLElement).focus();
  await type("{Enter}");
  await expect.element(screen.getByRole("group", { name: "添加选项" }).getByLabelText("简体中文")).toHaveFocus();
  const drop = screen.getByRole("button", { name: "放弃改动" });
  (drop.element() as HTMLElement).focus();
  await type("{Enter}");
  await expect.element(add).toHaveFocus();
  await type("{Enter}");
  await expect.element(screen.getByRole("group", { name: "添加选项" }).getByLabelText("简体中文")).toHaveFocus();
  await type("战败{Control>}{Enter}{/Control}");
  await expect.poll(() => desk.acts).toHaveLength(1);
  await expect.element(screen.getByRole("button", { name: /^保存/ })).toBeDisabled();
  await expect.element(add).toHaveFocus();
});

test("a choice that was moved to the end of its list keeps the focus", async () => {
  const { screen } = await showPage("/settings?part=lists");
  const second = HOUSE.lists.levels?.[1]?.label["zh-CN"] ?? "";
  const up = screen.getByRole("button", { name: `上移“${second}”` });
  await expect.element(up).toBeVisible();
  (up.element() as HTMLElement).focus();
  await type("{Enter}");
  await expect.element(up).toBeDisabled();
  await expect.element(screen.getByRole("button", { name: `下移“${second}”` })).toHaveFocus();
});
