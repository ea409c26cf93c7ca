import { expect, test } from "vitest";
import { userEvent } from "vitest/browser";
import type { CustomerView } from "../generated/types";
import { expectNoFaults } from "../testing/axe";
import { showPage } from "../testing/show";
import { customerView } from "../testing/world/rows";

type Change = Partial<CustomerView>;
const view = (change: Change = {}): CustomerView => ({ ...customerView("c6"), cards: [], ...change });

async function showCustomer(change: Change = {}, answers: Parameters<typeof showPage>[1] = {}) {
  const showing = await showPage("/customers?customer=c6", { customer: view(change), ...answers });
  const drawer = showing.screen.getByRole("complementary", { name: /郑海波/ });
  await expect.element(drawer).toBeVisible();
  return { ...showing, drawer };
}

test("a tag of the house is added by its first letters and taken off by its chip", async () => {
  const { screen, desk } = await showCustomer({ tags: ["loan"] });
  await userEvent.keyboard("g");
  await expect.element(screen.getByRole("combobox", { name: "标签", exact: true })).toHaveFocus();
  await userEvent.keyboard("懂");
  const option = screen.getByRole("option", { name: "懂车" });
  await expect.element(option).toBeVisible();
  await expectNoFaults(option.element().closest("[data-overlay], [role=listbox]") ?? undefined);
  await userEvent.keyboard("{ArrowDown}{Enter}");
  await expect.poll(() => desk.acts).toEqual([{ name: "add_tag", ask: { customer: "c6", label: "expert" } }]);
  await expectNoFaults();
  await userEvent.click(screen.getByRole("button", { name: "去掉标签 要贷款" }));
  await expect.poll(() => desk.acts.at(-1)).toEqual({ name: "remove_tag", ask: { customer: "c6", label: "loan" } });
});

test("a free word becomes a tag as it stands", async () => {
  const { desk } = await showCustomer({ tags: [] });
  await userEvent.keyboard("g");
  await userEvent.keyboard("车友会{Enter}");
  await expect.poll(() => desk.acts).toEqual([{ name: "add_tag", ask: { customer: "c6", label: "车友会" } }]);
});

test("a companion is noted by keys alone, and who decides stands in the head", async () => {
  const { screen, desk, drawer } = await showCustomer();
  await expect.element(drawer).toMatchTextContent(/由 孙丽萍 拍板/);
  await userEvent.keyboard("p");
  await expect.element(screen.getByRole("form", { name: "加同行人" })).toBeVisible();
  await expectNoFaults();
  await userEvent.keyboard("郑小宝{Enter}1{Control>}{Enter}{/Control}");
  await expect
    .poll(() => desk.acts)
    .toEqual([
      {
        name: "add_person",
        ask: {
          customer: "c6",
          fields: { name: "郑小宝", gender: "male", role: null, title: null, decides: false, remark: null },
        },
      },
    ]);
  await expect.element(screen.getByText("已添加 郑小宝")).toBeVisible();
});

test("a company has contacts with positions", async () => {
  const persons = [
    { ...(view().persons[0] as CustomerView["persons"][number]), title: "采购经理", role: "purchasing" },
  ];
  const { screen } = await showCustomer({ fields: { ...view().fields, buyer_kind: "company" }, persons });
  await userEvent.keyboard("e");
  await expect.element(screen.getByRole("region", { name: "单位联系人" })).toMatchTextContent(/采购.*采购经理.*拍板/);
  await userEvent.click(screen.getByRole("button", { name: "修改 孙丽萍" }));
  await expect.element(screen.getByRole("textbox", { name: "职务" })).toHaveValue("采购经理");
  await expectNoFaults();
});

test("a rival keeps what was heard of it", async () => {
  const { screen, desk } = await showCustomer();
  await userEvent.keyboard("r");
  await expect.element(screen.getByRole("form", { name: "加对比车型" })).toBeVisible();
  await userEvent.keyboard("轩逸{Enter}12.5{Enter}便宜{Enter}");
  await expect
    .poll(() => desk.acts)
    .toEqual([
      { name: "add_rival", ask: { customer: "c6", model: "轩逸", fields: { price: 12_500_000, note: "便宜" } } },
    ]);
  await expectNoFaults();
});

test("the level that follows from the purchase window is one press away", async () => {
  const { screen, desk } = await showCustomer({ proposed_level: "H" });
  await userEvent.click(screen.getByRole("button", { name: "按购车时间应为 H 级" }));
  await expect.poll(() => desk.acts).toEqual([{ name: "set_level", ask: { id: "c6", level: "H" } }]);
});

test("who sent them is found by name, or written down as somebody who is no customer", async () => {
  const { screen, desk } = await showCustomer();
  await userEvent.keyboard("e");
  const box = screen.getByRole("combobox", { name: "介绍人" });
  await userEvent.click(box);
  await userEvent.keyboard("张建国");
  await userEvent.click(screen.getByRole("option", { name: /张建国.*归 李强/ }));
  await expect
    .poll(() => desk.acts.at(-1))
    .toEqual({ name: "edit_customer", ask: { id: "c6", fields: { referrer: "c1" } } });
  await userEvent.click(box);
  await userEvent.keyboard("老邻居");
  await userEvent.click(screen.getByRole("option", { name: "不是我们的客户：老邻居" }));
  await expect
    .poll(() => desk.acts.at(-1))
    .toEqual({ name: "edit_customer", ask: { id: "c6", fields: { referrer_name: "老邻居" } } });
});

test("sub-sources are those of the source", async () => {
  const { screen } = await showCustomer({ fields: { ...view().fields, source: "short_video" } });
  await userEvent.keyboard("e");
  await userEvent.click(screen.getByRole("button", { name: /细分来源/ }));
  await expect.element(screen.getByRole("option", { name: "抖音", exact: true })).toBeVisible();
  expect(screen.getByRole("option", { name: "汽车之家" }).query()).toBeNull();
  await expectNoFaults();
});

test("a field that a colleague changed meanwhile shows both, and one press takes theirs", async () => {
  const changed = { field: "occupation", theirs: { occupation: "教师" }, by: "李强", at: Date.now() };
  let first = true;
  const { screen, desk } = await showCustomer(
    {},
    {
      edit_customer: () => {
        const changed_meanwhile = first ? [changed] : [];
        first = false;
        return { act: "e1", changed_meanwhile };
      },
    },
  );
  await userEvent.keyboard("e");
  await userEvent.fill(screen.getByRole("textbox", { name: "职业" }), "医生");
  await userEvent.keyboard("{Tab}");
  const note = screen.getByRole("status").filter({ hasText: "李强" });
  await expect.element(note).toMatchTextContent(/李强 .*已改为“教师”/);
  await expectNoFaults();
  await userEvent.click(screen.getByRole("button", { name: "用对方的" }));
  await expect
    .poll(() => desk.acts.at(-1))
    .toEqual({ name: "edit_customer", ask: { id: "c6", fields: { occupation: "教师" } } });
  await expect.element(note).not.toBeInTheDocument();
});

test("very long words and many of everything stay within the record", async () => {
  const long = "欧阳".repeat(100);
  const base = view();
  const many = <T extends { id: string }>(one: T) =>
    Array.from({ length: 12 }, (_, index) => ({ ...one, id: `${one.id}${index}` }));
  const { screen, drawer } = await showCustomer({
    row: { ...base.row, name: `郑海波${long}` },
    tags: Array.from({ length: 20 }, (_, index) => `很长很长的标签第 ${index} 个`),
    persons: many({ ...(base.persons[0] as CustomerView["persons"][number]), name: long, remark: long.repeat(5) }),
    rivals: many({ ...(base.rivals[0] as CustomerView["rivals"][number]), model: long, note: long.repeat(5) }),
  });
  await userEvent.keyboard("e");
  await expect.element(screen.getByRole("region", { name: "同行与决策" })).toBeVisible();
  const box = drawer.element() as HTMLElement;
  const scrolled = [...box.querySelectorAll<HTMLElement>("*")].filter(
    (one) => one.getBoundingClientRect().right > box.getBoundingClientRect().right + 1,
  );
  expect(scrolled.map(({ className }) => className)).toEqual([]);
  await expectNoFaults();
});
