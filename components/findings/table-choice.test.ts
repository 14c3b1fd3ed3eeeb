import { expect, test } from "vitest";
import { chosenTable, tableChoice } from "./table-choice";

test("a table is chosen with its schema, whatever the two are called", () => {
  const orders = { schema: "My.Shop", table: 'The "Orders"' };
  const choice = tableChoice(orders);
  expect(choice).toEqual({ value: JSON.stringify(["My.Shop", 'The "Orders"']), label: 'My.Shop.The "Orders"' });
  expect(chosenTable(choice.value)).toEqual(orders);
});

test("any table is no answer, and a link that names only the table stays as it is", () => {
  expect(tableChoice({ schema: "any", table: "any" })).toEqual({ value: "any", label: "Any table" });
  expect(chosenTable("any")).toEqual({ schema: null, table: null });
  expect(tableChoice({ schema: "any", table: "orders" })).toEqual({ value: "orders", label: "orders" });
});
