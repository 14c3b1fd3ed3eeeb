import { expect, test } from "vitest";
import { recordSlugs } from "./define";
import { operatorsOf } from "./filter";
import { recordDefinition } from "./registry";

const definitions = recordSlugs.map((slug) => [slug, recordDefinition(slug)] as const);

test.each(definitions)("%s names only columns that it has", (_slug, record) => {
  const keys = record.columns.map((column) => column.key);
  expect(new Set(keys).size).toBe(keys.length);
  const named = [record.key, record.heading, record.sort.column, ...record.related.map(({ column }) => column)];
  const searched = [...record.search, ...(record.searchWhole ?? [])].map((column) => column.replace(/->.*$/, ""));
  for (const column of [...named, ...searched]) expect(keys).toContain(column);
  expect(record.columns.find(({ key }) => key === record.sort.column)?.sortable).toBe(true);
});

test.each(definitions)("what %s leads to can be asked for there", (_slug, record) => {
  for (const { record: slug, by } of record.related) {
    const other = recordDefinition(slug);
    const column = other.columns.find(({ key }) => key === by);
    expect(by === other.key || (column && operatorsOf(column).includes("eq"))).toBe(true);
  }
});

test.each(definitions)("%s looks into one path of JSON at most, and into nothing beside it", (_slug, record) => {
  expect(record.search.length === 1 || record.search.every((column) => !column.includes("->"))).toBe(true);
});
