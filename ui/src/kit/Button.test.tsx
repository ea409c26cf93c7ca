import { expect, test, vi } from "vitest";
import { userEvent } from "vitest/browser";
import { show } from "../testing/show";
import { Button, IconButton } from "./Button";

const told = () => document.querySelector("[role=tooltip]")?.textContent ?? null;

test("a button of an icon says what it does and by which key, to who comes by keys and to who points at it", async () => {
  const { screen } = await show(
    <>
      <p>旁边</p>
      <IconButton icon="close" label="关闭" keys="Esc" onPress={() => {}} />
      <Button>之后</Button>
    </>,
  );
  await userEvent.keyboard("{Tab}");
  await expect.poll(told).toBe("关闭Esc");
  await userEvent.keyboard("{Tab}");
  await expect.poll(told).toBeNull();
  await userEvent.hover(screen.getByText("旁边"));
  await userEvent.hover(screen.getByRole("button", { name: "关闭" }));
  await expect.poll(told).toBe("关闭Esc");
});

test("a press is one act: by mouse, by Enter that is held, and never while it is under way", async () => {
  const press = vi.fn();
  const { screen, again } = await show(<Button onPress={press}>保存</Button>);
  const button = screen.getByRole("button", { name: "保存" });
  await userEvent.click(button);
  expect(press).toHaveBeenCalledTimes(1);
  await userEvent.keyboard("{Enter>3/}");
  expect(press).toHaveBeenCalledTimes(2);
  await again(
    <Button busy onPress={press}>
      保存
    </Button>,
  );
  await userEvent.click(button);
  expect(press).toHaveBeenCalledTimes(2);
});
