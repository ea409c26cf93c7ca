import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { expectNoFaults } from "../testing/axe";
import { showPage } from "../testing/show";

/** What was copied: tests have no clipboard of their own. */
function clipboard() {
  const copied: string[] = [];
  vi.spyOn(navigator.clipboard, "writeText").mockImplementation(async (text) => {
    copied.push(text);
  });
  return copied;
}

async function showTexts() {
  const copied = clipboard();
  const showing = await showPage("/customers?customer=c1");
  await expect.element(showing.screen.getByRole("button", { name: /话术/ })).toBeVisible();
  await userEvent.keyboard("m");
  await expect.element(showing.screen.getByRole("dialog", { name: "对 张建国 说" })).toBeVisible();
  return { ...showing, copied };
}

test("the text that suits stands there with the name in it, and Enter copies it", async () => {
  const { screen, copied } = await showTexts();
  await expect.element(screen.getByRole("button", { name: /邀约到店/ })).toHaveAttribute("aria-pressed", "true");
  await expect.element(screen.getByText(/^张先生您好，广州天河店李强。您看的雅阁/)).toBeVisible();
  await expectNoFaults();
  await userEvent.keyboard("{Enter}");
  await expect.poll(() => copied.length).toBe(1);
  expect(copied[0]).toMatch(/^张先生您好/);
});

test("a digit chooses another text; what is sent can be changed before it is copied", async () => {
  const { screen, copied } = await showTexts();
  await userEvent.keyboard("2");
  const text = screen.getByRole("textbox", { name: "内容" });
  await expect.element(text).toBeVisible();
  await expectNoFaults();
  await userEvent.fill(text, "张哥，资料发您了 3 份");
  await userEvent.keyboard("1");
  await expect.element(text).toHaveValue("张哥，资料发您了 3 份1");
  await userEvent.click(screen.getByRole("button", { name: /复制/ }));
  await expect.poll(() => copied).toEqual(["张哥，资料发您了 3 份1"]);
});

test("Escape closes the texts and leaves the record", async () => {
  const { screen } = await showTexts();
  await userEvent.keyboard("{Escape}");
  await expect.poll(() => screen.getByRole("dialog", { name: "对 张建国 说" }).query()).toBeNull();
  await expect.element(screen.getByRole("complementary", { name: /张建国/ })).toBeVisible();
});

test("a house without texts says who adds them", async () => {
  const { screen } = await showPage("/customers?customer=c1", {
    messages: { customer_name: "张建国", phone: null, suggested: null, texts: [] },
  });
  await userEvent.click(screen.getByRole("button", { name: /话术/ }));
  await expect.element(screen.getByText(/请管理员在“设置 → 话术”里添加/)).toBeVisible();
  await expectNoFaults();
});

test("an administrator writes a text with blanks and sees how it reads", async () => {
  const { screen, desk } = await showPage("/settings?part=messages");
  const body = screen.getByRole("textbox", { name: "内容" });
  await expect.poll(() => (body.element() as HTMLTextAreaElement).value).toMatch(/^\{customer\}您好/);
  await expect.element(screen.getByText(/^张先生您好/)).toBeVisible();
  await expectNoFaults();
  await userEvent.click(screen.getByRole("button", { name: "添加话术" }));
  await userEvent.click(screen.getByRole("button", { name: /保存/ }));
  await expect.element(screen.getByText("还没有写").first()).toBeVisible();
  expect(desk.acts).toEqual([]);
  for (const lang of ["简体中文", "繁體中文", "English"]) {
    await userEvent.click(screen.getByRole("tab", { name: lang }));
    await userEvent.fill(screen.getByRole("textbox", { name: "标题" }), "试驾后");
    await userEvent.fill(screen.getByRole("textbox", { name: "内容" }), "谢谢");
    await userEvent.click(screen.getByRole("button", { name: "客户称呼" }));
  }
  await expect.element(screen.getByText("谢谢张先生")).toBeVisible();
  await userEvent.click(screen.getByRole("button", { name: /保存/ }));
  await expect.element(screen.getByText("已保存“试驾后”")).toBeVisible();
  const kept = desk.acts[0]?.ask as { value: { code: string; body: Record<string, string> }[] } | undefined;
  expect(kept?.value.at(-1)).toMatchObject({ code: "own_9", way: "wechat", body: { "zh-CN": "谢谢{customer}" } });
});

test("a text is removed, and that can be undone", async () => {
  const { screen, desk } = await showPage("/settings?part=messages");
  await userEvent.click(screen.getByRole("button", { name: /生日祝福/ }));
  await userEvent.click(screen.getByRole("button", { name: "删除这条" }));
  await expect.element(screen.getByText("已删除“生日祝福”")).toBeVisible();
  await expect.poll(() => screen.getByRole("button", { name: /生日祝福/ }).query()).toBeNull();
  await userEvent.keyboard("{Control>}z{/Control}");
  await expect.poll(() => desk.acts.at(-1)?.name).toBe("undo");
});
