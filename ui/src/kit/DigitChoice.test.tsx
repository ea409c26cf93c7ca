import { useState } from "react";
import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { expectNoFaults } from "../testing/axe";
import { show } from "../testing/show";
import { DigitChoice } from "./DigitChoice";
import { Form } from "./Form";
import { TextField } from "./TextField";

function Sample({ onSave }: { onSave: (said: string) => void }) {
  const [gender, setGender] = useState<"male" | "female" | null>(null);
  const [name, setName] = useState("");
  return (
    <Form onSubmit={() => onSave(`${gender} ${name}`)}>
      <DigitChoice
        label="性别"
        options={[
          { value: "male", label: "先生" },
          { value: "female", label: "女士" },
        ]}
        value={gender}
        onChange={setGender}
        autoFocus
      />
      <TextField label="姓名" value={name} onChange={setName} />
    </Form>
  );
}

test("a digit chooses the option and the hand goes on to the next field, where Enter saves", async () => {
  const saved: string[] = [];
  const { screen } = await show(<Sample onSave={(said) => saved.push(said)} />);
  await userEvent.keyboard("2");
  await expect.element(screen.getByRole("radio", { name: "女士" })).toBeChecked();
  await userEvent.keyboard("王{Enter}");
  expect(saved).toEqual(["female 王"]);
  await expectNoFaults();
});

test("the same digit again takes the choice back", async () => {
  const { screen } = await show(<Sample onSave={() => {}} />);
  await userEvent.keyboard("1");
  await expect.element(screen.getByRole("radio", { name: "先生" })).toBeChecked();
  await userEvent.keyboard("{Shift>}{Tab}{/Shift}1");
  await expect.element(screen.getByRole("radio", { name: "先生" })).not.toBeChecked();
});
