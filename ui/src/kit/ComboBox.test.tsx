import { useState } from "react";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { expectNoFaults } from "../testing/axe";
import { show } from "../testing/show";
import { Button } from "./Button";
import { ComboBox } from "./ComboBox";
import { Dialog } from "./Dialog";

function Model() {
  const [text, setText] = useState("");
  const suggestions = ["雅阁", "皓影"].filter((name) => name.includes(text)).map((name) => ({ id: name, label: name }));
  return (
    <>
      <ComboBox label="车型" text={text} onText={setText} suggestions={suggestions} />
      <Button>保存</Button>
    </>
  );
}

test("while suggestions are shown the rest of the screen stays for whoever hears it, and Tab goes on there", async () => {
  const { screen } = await show(<Model />);
  await userEvent.fill(screen.getByRole("combobox"), "雅");
  await expect.element(screen.getByRole("option", { name: "雅阁" })).toBeVisible();
  await expect.element(screen.getByRole("button", { name: "保存" })).toBeVisible();
  expect(document.querySelectorAll("[aria-hidden=true] button, button[aria-hidden=true]")).toHaveLength(0);
  await expectNoFaults();
  await userEvent.keyboard("{Tab}");
  await expect.element(screen.getByRole("option")).not.toBeInTheDocument();
  await expect.element(screen.getByRole("button", { name: "保存" })).toHaveFocus();
});

test("within a dialogue suggestions hide nothing of it, and show nothing of what is behind", async () => {
  const { screen } = await show(
    <>
      <Button>背后</Button>
      <Dialog title="修改" open onClose={() => {}}>
        <Model />
      </Dialog>
    </>,
  );
  await userEvent.fill(screen.getByRole("combobox"), "雅");
  await expect.element(screen.getByRole("option", { name: "雅阁" })).toBeVisible();
  await expect.element(screen.getByRole("button", { name: "保存" })).toBeVisible();
  expect(screen.getByText("背后").element().closest("[inert]")).not.toBeNull();
  await expectNoFaults();
});
