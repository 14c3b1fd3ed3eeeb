import { expect, test } from "vitest";
import type { RepairField } from "@/lib/repairs/fields";
import { initialInput, missingInput } from "./repair-input";

const parent = (systemLabel: string | null): RepairField => ({
  kind: "parent",
  name: "parent",
  label: "New owner",
  help: null,
  parent: { schema: "public", name: "profiles" },
  keyColumns: ["id"],
  systemLabel,
});
const select: RepairField = {
  kind: "select",
  name: "onDelete",
  label: "On delete",
  help: null,
  options: [{ value: "cascade", label: "Delete the children" }],
  value: "cascade",
};
const choices: RepairField = { kind: "choices", name: "choices", label: "Leads", help: null, rows: [] };

test("the form opens with what is proposed, and with no choice made for ambiguous rows", () => {
  expect(initialInput([select, parent("System user"), choices])).toEqual({
    onDelete: "cascade",
    parent: "system",
    choices: {},
  });
});

test("without a system parent the key must be given", () => {
  const fields = [parent(null)];
  expect(missingInput(fields, initialInput(fields))).toEqual({
    parent: "Give the id of the row that takes them.",
  });
  expect(missingInput(fields, { parent: { id: "7" } })).toEqual({});
});

test("ambiguous rows may be left alone", () => {
  expect(missingInput([choices], { choices: {} })).toEqual({});
});

test("a column that gets another value needs one, unless the rows go", () => {
  const action: RepairField = { ...select, kind: "select", name: "action", value: "update" };
  const set: RepairField = {
    kind: "assignments",
    name: "set",
    label: "New values",
    help: null,
    columns: ["status"],
    unless: { field: "action", is: "delete" },
  };
  const where: RepairField = { kind: "text", name: "where", label: "Only rows that satisfy", help: null };
  const fields = [action, set, where];
  const opened = initialInput(fields);
  expect(opened).toEqual({ action: "update", set: {}, where: "" });
  expect(missingInput(fields, opened)).toEqual({ set: "Pick the column that gets another value." });
  expect(missingInput(fields, { ...opened, set: { status: " " } })).toEqual({ set: "Write the new value." });
  expect(missingInput(fields, { ...opened, set: { status: "null" } })).toEqual({});
  expect(missingInput(fields, { ...opened, action: "delete" })).toEqual({});
});
