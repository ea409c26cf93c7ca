import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { expectNoFaults } from "../testing/axe";
import { show, showPage } from "../testing/show";
import { PASSWORD, PIN, RECOVERY_KEY } from "../testing/world/door";
import { Cover } from "./Cover";

const type = (keys: string) => userEvent.keyboard(keys);

/** Fills the two groups of the key that are asked for. */
async function typeKey() {
  const groups = RECOVERY_KEY.split("-");
  const boxes = [...document.querySelectorAll<HTMLInputElement>("form input")];
  expect(boxes).toHaveLength(2);
  for (const box of boxes) {
    const place = Number(/\d+/.exec(box.labels?.[0]?.textContent ?? "")?.[0]);
    await userEvent.fill(box, (groups[place - 1] ?? "").toLowerCase());
  }
  await type("{Enter}");
}

test("a branch is set up by keys alone: branch, key on paper, colleagues, and the reception is open", async () => {
  const { screen, desk } = await showPage("/", {}, "empty");
  await expectNoFaults();
  await type("{Enter}");
  await expect.element(screen.getByLabelText("门店名称")).toHaveFocus();
  await expectNoFaults();
  await type(`广州天河店{Enter}广汽本田{Enter}欧阳建华{Enter}${PASSWORD}{Enter}`);
  await expect.element(screen.getByRole("button", { name: "已打印或抄好" })).toHaveFocus();
  await expect.element(screen.getByText("7KQM", { exact: false }).first()).toBeVisible();
  await expectNoFaults();
  await type("{Enter}");
  await expect.element(screen.getByRole("heading", { name: "对照纸上的密钥" })).toBeVisible();
  await expectNoFaults();
  await typeKey();
  await expect.element(screen.getByLabelText("姓名")).toHaveFocus();
  await type("王芳{Enter}1{Enter}");
  await expect.element(screen.getByText("松果-7342-河岸")).toBeVisible();
  await expectNoFaults();
  expect(desk.acts.at(-1)).toEqual({ name: "add_staff", ask: { name: "王芳", roles: ["receptionist"] } });
  await userEvent.click(screen.getByRole("button", { name: "都加好了" }));
  await expectNoFaults();
  await userEvent.click(screen.getByRole("button", { name: "以后再说，开始接待" }));
  await expect.element(screen.getByRole("heading", { name: "欧阳建华，设一个 6 位 PIN" })).toBeVisible();
  await expectNoFaults();
  await type(`${PIN}`);
  await expect.element(screen.getByLabelText("再输一次")).toHaveFocus();
  await type(`${PIN}`);
  await expect.element(screen.getByRole("navigation", { name: "主菜单" })).toBeVisible();
});

test("a field that is needed says so and gets the focus, nothing is sent", async () => {
  const { screen, desk } = await showPage("/", {}, "empty");
  await type("{Enter}");
  await expect.element(screen.getByLabelText("门店名称")).toHaveFocus();
  await type("广州天河店{Control>}{Enter}{/Control}");
  await expect.element(screen.getByLabelText("管理员姓名")).toHaveFocus();
  await expect.element(screen.getByText("请填写").first()).toBeVisible();
  expect(desk.acts).toEqual([]);
  await expectNoFaults();
});

test("a key that was copied wrongly is refused and can be looked at again", async () => {
  const { screen, desk } = await showPage("/", {}, "empty");
  await type("{Enter}");
  await expect.element(screen.getByLabelText("门店名称")).toHaveFocus();
  await type(`店{Enter}{Enter}欧阳建华{Enter}${PASSWORD}{Enter}`);
  await expect.element(screen.getByRole("button", { name: "已打印或抄好" })).toHaveFocus();
  await userEvent.click(screen.getByRole("button", { name: "打印" }));
  expect(desk.printed).toBe(1);
  await userEvent.click(screen.getByRole("button", { name: "已打印或抄好" }));
  await type("XXXX{Enter}YYYY{Enter}");
  await expect.element(screen.getByRole("alert").getByText("和密钥不一样", { exact: false })).toBeVisible();
  await expectNoFaults();
  await userEvent.click(screen.getByRole("button", { name: "再看一次密钥" }));
  await expect.element(screen.getByText("7KQM", { exact: false }).first()).toBeVisible();
});

test("one looks around in the demo as a role, is told that it is one, and leaves it", async () => {
  const { screen, desk } = await showPage("/", {}, "empty");
  await userEvent.click(screen.getByRole("button", { name: /先看看演示门店/ }));
  await expect.element(screen.getByRole("row", { name: "前台" })).toHaveFocus();
  await expectNoFaults();
  await type("{ArrowDown}{Enter}");
  await expect.element(screen.getByText("演示门店：客户和数字都是虚构的", { exact: false })).toBeVisible();
  expect(desk.acts.at(-1)).toEqual({ name: "open_demo", ask: { as_role: "consultant" } });
  await userEvent.click(screen.getByRole("button", { name: "结束演示" }));
  await expect.element(screen.getByRole("heading", { name: "从哪里开始？" })).toBeVisible();
});

test("a backup comes back with the file and the key", async () => {
  const { screen, desk } = await showPage("/", {}, "empty");
  desk.picked = "/media/usb/2026-11-20.forecourt";
  await userEvent.click(screen.getByRole("button", { name: "已有备份？从备份恢复" }));
  await userEvent.click(screen.getByRole("button", { name: "选择…" }));
  await expect.element(screen.getByLabelText("备份文件")).toHaveValue("/media/usb/2026-11-20.forecourt");
  await userEvent.fill(screen.getByLabelText("恢复密钥"), RECOVERY_KEY);
  await expectNoFaults();
  await userEvent.click(screen.getByRole("button", { name: "恢复", exact: true }));
  await expect
    .poll(() => desk.acts)
    .toEqual([{ name: "restore", ask: { path: "/media/usb/2026-11-20.forecourt", recovery_key: RECOVERY_KEY } }]);
});

test("a branch whose name says a phrase twice is written as it is, and so is the next", async () => {
  const { screen, again } = await show(<Cover title="天河店，天河店，总店" page={null} />);
  await expect.element(screen.getByText("总店").element().parentElement).toHaveTextContent("天河店，天河店，总店");
  await again(<Cover title="总店" page={null} />);
  await expect.element(screen.getByText("总店").element().parentElement).toHaveTextContent("总店");
});
