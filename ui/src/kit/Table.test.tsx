import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import { expectNoFaults } from "../testing/axe";
import { show } from "../testing/show";
import { Table } from "./Table";

type Row = { id: string; name: string };
const ROWS: Row[] = Array.from({ length: 10_000 }, (_, index) => ({ id: `r${index}`, name: `客户 ${index}` }));

function Sample({ rows, onOpen }: { rows: Row[]; onOpen: (id: string) => void }) {
  return (
    <div style={{ height: 600, display: "flex" }}>
      <Table
        label="客户"
        rows={rows}
        columns={[{ id: "name", heading: "姓名", width: "1fr", cell: ({ name }) => name }]}
        rowKey={({ id }) => id}
        onOpen={({ id }) => onOpen(id)}
        empty={<p>没有客户</p>}
        autoFocus
      />
    </div>
  );
}

test("of ten thousand rows at most forty are in the document, and the last one is a key away", async () => {
  const opened: string[] = [];
  const { screen } = await show(<Sample rows={ROWS} onOpen={(id) => opened.push(id)} />);
  await expect.element(screen.getByRole("grid")).toHaveFocus();
  expect(document.querySelectorAll('[role="row"]').length).toBeLessThanOrEqual(41);
  await expectNoFaults();
  await userEvent.keyboard("{End}");
  await expect.element(screen.getByText("客户 9999")).toBeVisible();
  expect(document.querySelectorAll('[role="row"]').length).toBeLessThanOrEqual(41);
  await userEvent.keyboard("{ArrowUp}{Enter}");
  expect(opened).toEqual(["r9998"]);
});

test("the cursor stays on its row when another one goes", async () => {
  const opened: string[] = [];
  const open = (id: string) => opened.push(id);
  const few = ROWS.slice(0, 5);
  const { screen, again } = await show(<Sample rows={few} onOpen={open} />);
  await expect.element(screen.getByRole("grid")).toHaveFocus();
  await userEvent.keyboard("{ArrowDown}{ArrowDown}");
  await again(<Sample rows={few.slice(1)} onOpen={open} />);
  await userEvent.keyboard("{Enter}");
  expect(opened).toEqual(["r2"]);
});

test("an empty table says why, and has no faults", async () => {
  const { screen } = await show(<Sample rows={[]} onOpen={() => {}} />);
  await expect.element(screen.getByText("没有客户")).toBeVisible();
  await expectNoFaults();
});
