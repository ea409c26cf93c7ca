import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { expectNoFaults } from "../testing/axe";
import { refuse } from "../testing/fake";
import { showPage } from "../testing/show";
import { PASSWORD, PIN, RECOVERY_KEY } from "../testing/world/door";

const type = (keys: string) => userEvent.keyboard(keys);

test("whoever signed in last types only the password", async () => {
  const { screen, desk } = await showPage("/", {}, "closed");
  await expect.element(screen.getByLabelText("王芳的密码")).toHaveFocus();
  await expectNoFaults();
  await type(`${PASSWORD}{Enter}`);
  await expect.element(screen.getByRole("navigation", { name: "主菜单" })).toBeVisible();
  expect(desk.acts).toEqual([{ name: "sign_in", ask: { login: "王芳", password: PASSWORD } }]);
  await expect.poll(() => desk.title).toContain("广州天河店");
});

test("a wrong password is said beside the field, which keeps the focus", async () => {
  const { screen } = await showPage("/", {}, "closed");
  await expect.element(screen.getByLabelText("王芳的密码")).toHaveFocus();
  await type("not this one{Enter}");
  await expect.element(screen.getByLabelText("王芳的密码")).toHaveAccessibleDescription(/./);
  await expect.element(screen.getByLabelText("王芳的密码")).toHaveFocus();
  await expectNoFaults();
});

test("another person is chosen from the list, and somebody who is not in it types the name", async () => {
  const { screen, desk } = await showPage("/", {}, "closed");
  await userEvent.click(screen.getByRole("option", { name: "李强" }));
  await expect.element(screen.getByLabelText("李强的密码")).toHaveFocus();
  await userEvent.click(screen.getByRole("button", { name: "不在名单里" }));
  await userEvent.fill(screen.getByLabelText("登录名"), "陈静怡");
  await expectNoFaults();
  await type(`{Enter}${PASSWORD}{Enter}`);
  await expect.element(screen.getByRole("navigation", { name: "主菜单" })).toBeVisible();
  expect(desk.acts.at(-1)).toEqual({ name: "sign_in", ask: { login: "陈静怡", password: PASSWORD } });
});

test("a one-time password is replaced at once, without typing it again, and a PIN is offered", async () => {
  const { screen, desk } = await showPage("/", {}, "closed");
  await userEvent.click(screen.getByRole("option", { name: "刘洋" }));
  await userEvent.fill(screen.getByLabelText("刘洋的密码"), PASSWORD);
  await type("{Enter}");
  await expect.element(screen.getByRole("heading", { name: "刘洋，请换成自己的密码" })).toBeVisible();
  await expectNoFaults();
  await type("short{Enter}");
  await expect.element(screen.getByLabelText("新密码")).toHaveAccessibleDescription(/./);
  await userEvent.fill(screen.getByLabelText("新密码"), "a sentence of mine");
  await type("{Enter}");
  await expect.element(screen.getByRole("heading", { name: "刘洋，设一个 6 位 PIN" })).toBeVisible();
  expect(desk.acts.at(-1)).toEqual({ name: "change_password", ask: { old: PASSWORD, new: "a sentence of mine" } });
  await type("246810");
  await expect.element(screen.getByLabelText("再输一次")).toHaveFocus();
  await type("246811");
  await expect.element(screen.getByText("两次不一样，请重新设")).toBeVisible();
  await expectNoFaults();
  await userEvent.click(screen.getByRole("button", { name: "以后再说" }));
  await expect.element(screen.getByRole("navigation", { name: "主菜单" })).toBeVisible();
});

test("a forgotten password: the administrator's way is explained, the key on paper opens", async () => {
  const { screen, desk } = await showPage("/", {}, "closed");
  await userEvent.click(screen.getByRole("button", { name: "忘记密码" }));
  await expect.element(screen.getByText("重置密码", { exact: false })).toBeVisible();
  await expectNoFaults();
  await userEvent.click(screen.getByRole("button", { name: "管理员也忘了？用恢复密钥" }));
  await type(`wrong{Enter}{Enter}a new sentence{Enter}`);
  await expect.element(screen.getByLabelText("恢复密钥")).toHaveFocus();
  await expectNoFaults();
  await userEvent.fill(screen.getByLabelText("恢复密钥"), RECOVERY_KEY);
  await type("{Control>}{Enter}{/Control}");
  await expect.element(screen.getByRole("navigation", { name: "主菜单" })).toBeVisible();
  expect(desk.acts.at(-1)?.name).toBe("recover");
});

test("the fifth wrong PIN closes the door, and the sign-in says why", async () => {
  const { screen } = await showPage("/", {}, "locked");
  await expect.element(screen.getByRole("heading", { name: "已锁定" })).toBeVisible();
  await expectNoFaults();
  await type("2");
  for (let attempt = 1; attempt <= 4; attempt += 1) {
    await expect.element(screen.getByLabelText("李强的 PIN")).toHaveValue("");
    await type("135790");
    await expect.element(screen.getByLabelText("李强的 PIN")).toHaveAttribute("aria-invalid", "true");
  }
  await expectNoFaults();
  await expect.element(screen.getByLabelText("李强的 PIN")).toHaveValue("");
  await type("135790");
  await expect.element(screen.getByRole("heading", { name: "登录" })).toBeVisible();
  await expect.element(screen.getByRole("alert").first()).toBeVisible();
  expect(PIN).not.toBe("135790");
});

test("files that no password opens any more: the way to the backup stands beside the sentence", async () => {
  const { screen, desk } = await showPage("/", { sign_in: () => refuse("slots_damaged") }, "closed");
  await expect.element(screen.getByLabelText("王芳的密码")).toHaveFocus();
  await type(`${PASSWORD}{Enter}`);
  await userEvent.click(screen.getByRole("button", { name: "从备份恢复" }));
  await expect.element(screen.getByRole("heading", { name: "从备份恢复" })).toBeVisible();
  await expectNoFaults();
  await userEvent.fill(screen.getByLabelText("备份文件"), "/media/usb/a.forecourt");
  await userEvent.fill(screen.getByRole("textbox", { name: "恢复密钥" }), RECOVERY_KEY);
  await type("{Enter}");
  await expect.poll(() => desk.acts.at(-1)?.name).toBe("restore");
  await expect.element(screen.getByLabelText("王芳的密码")).toBeVisible();
});
