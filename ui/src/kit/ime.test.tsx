import { useState } from "react";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { show } from "../testing/show";
import { Form } from "./Form";
import { TextField } from "./TextField";

function Sample({ onSave }: { onSave: (name: string) => void }) {
  const [name, setName] = useState("");
  return (
    <Form onSubmit={() => onSave(name)}>
      <TextField label="姓名" value={name} onChange={setName} autoFocus />
    </Form>
  );
}

const press = (init: KeyboardEventInit & { keyCode?: number }) => {
  const event = new KeyboardEvent("keydown", { bubbles: true, cancelable: true, ...init });
  document.activeElement?.dispatchEvent(event);
};

test("Enter that takes a candidate of the input method saves nothing", async () => {
  const saved: string[] = [];
  const { screen } = await show(<Sample onSave={(name) => saved.push(name)} />);
  await expect.element(screen.getByLabelText("姓名")).toHaveFocus();
  await userEvent.keyboard("wang");
  press({ key: "Enter", code: "Enter", isComposing: true });
  // Safari tells the last key of a composition only by this number.
  press({ key: "Enter", code: "Enter", keyCode: 229 } as KeyboardEventInit);
  expect(saved).toEqual([]);
  await userEvent.keyboard("{Enter}");
  expect(saved).toEqual(["wang"]);
});
