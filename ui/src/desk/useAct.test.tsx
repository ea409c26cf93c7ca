import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { Button } from "../kit";
import { expectNoFaults } from "../testing/axe";
import { refuse } from "../testing/fake";
import { show } from "../testing/show";
import { useAct } from ".";

function Sample() {
  const skip = useAct("skip_card", { done: () => "已跳过" });
  return <Button onPress={() => skip.run({ card: "k1", reason: "busy" })}>跳过</Button>;
}

test("what can be undone offers it, and Ctrl+Z takes it back", async () => {
  const { screen, desk } = await show(<Sample />, {
    skip_card: { act: "a1", next: null },
    undo: { act: "a2", reverted: 1, kept: 0 },
  });
  await userEvent.click(screen.getByRole("button", { name: "跳过" }));
  await expect.element(screen.getByText("已跳过")).toBeVisible();
  await expectNoFaults();
  await userEvent.keyboard("{Control>}z{/Control}");
  await expect.element(screen.getByText("已撤销")).toBeVisible();
  expect(desk.acts.at(-1)).toEqual({ name: "undo", ask: { act: "a1" } });
});

test("a refusal is said in words and stays until it is closed", async () => {
  const { screen } = await show(<Sample />, { skip_card: () => refuse("card_closed") });
  await userEvent.click(screen.getByRole("button", { name: "跳过" }));
  await expect.element(screen.getByRole("button", { name: "关闭" })).toBeVisible();
  await expectNoFaults();
  await userEvent.click(screen.getByRole("button", { name: "关闭" }));
  await expect.element(screen.getByRole("button", { name: "关闭" })).not.toBeInTheDocument();
});

test("a second press does nothing while the first is under way", async () => {
  let answer: () => void = () => {};
  const { screen, desk } = await show(<Sample />, {
    skip_card: () =>
      new Promise((done) => {
        answer = () => done({ act: "a1", next: null });
      }),
  });
  const button = screen.getByRole("button", { name: "跳过" });
  await userEvent.click(button);
  await userEvent.keyboard("{Enter}{Enter}");
  expect(desk.acts).toHaveLength(1);
  answer();
  await vi.waitFor(() => expect(document.body.textContent).toContain("已跳过"));
});
