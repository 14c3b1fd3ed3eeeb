import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { RecordColumn, RecordDefinition } from "./define";
import { operatorsOf, type RecordFilter, readFilter } from "./filter";
import type { Comparison } from "./page-segments";
import { likePattern, searchCondition } from "./search";

/** What every row of a list must satisfy: comparisons joined by "and", and alternatives each joined by "or". */
export interface Conditions {
  all: Comparison[];
  any: string[];
}

export function conditions(
  record: RecordDefinition,
  present: ReadonlySet<string>,
  asked: { filters: string[]; search?: string },
): Conditions {
  const result: Conditions = { all: [], any: [] };
  for (const text of asked.filters) {
    const filter = readFilter(text);
    const column = record.columns.find(({ key }) => key === filter?.column && present.has(key));
    if (!filter || !column || !operatorsOf(column).includes(filter.operator)) {
      throw new AppError("invalid", `${record.table} cannot be filtered by “${text}”. Remove that filter.`);
    }
    add(result, column, filter);
  }
  if (asked.search) search(result, record, present, asked.search);
  return result;
}

function add(result: Conditions, column: RecordColumn, { operator, value = "" }: RecordFilter) {
  const name = column.key;
  switch (operator) {
    case "eq":
      result.all.push({ column: name, is: "=", value });
      return;
    case "before":
    case "after":
      result.all.push({ column: name, is: operator === "before" ? "<" : ">", value: time(value) });
      return;
    case "empty":
      // To a person a blank text is as empty as none.
      if (holdsText(column)) result.any.push(`${name}.is.null,${name}.eq.""`);
      else result.all.push({ column: name, is: "null" });
      return;
    case "filled":
      if (holdsText(column)) result.all.push({ column: name, is: ">", value: "" });
      else result.all.push({ column: name, is: "not null" });
  }
}

function time(value: string): string {
  const parsed = z.iso.datetime({ offset: true }).safeParse(value);
  if (parsed.success) return parsed.data;
  throw new AppError("invalid", `“${value}” is not a time. Write it as 2026-11-21T10:43:00Z.`);
}

function holdsText({ kind }: RecordColumn): boolean {
  return kind === "text" || kind === "email" || kind === "phone";
}

function search(result: Conditions, record: RecordDefinition, present: ReadonlySet<string>, text: string) {
  const inText = record.search.filter((column) => present.has(column.replace(/->.*$/, "")));
  const whole = wholeColumns(record, text).filter((column) => present.has(column));
  const path = inText.find((column) => column.includes("->"));
  if (path !== undefined && whole.length === 0) {
    result.all.push({ column: path, is: "like", value: `%${likePattern(text)}%` });
    return;
  }
  const alternatives = whole.map((column) => `${column}.eq."${text}"`);
  if (path === undefined && inText.length > 0) alternatives.unshift(searchCondition(inText, text));
  if (alternatives.length === 0) {
    throw new AppError("invalid", `${record.table} has no column to search. Use a filter instead.`);
  }
  result.any.push(alternatives.join(","));
}

function wholeColumns(record: RecordDefinition, text: string): string[] {
  if (/^\d{1,18}$/.test(text)) return [...(record.searchWhole ?? [])];
  if (!z.guid().safeParse(text).success) return [];
  return record.columns.filter(({ kind }) => kind === "id").map(({ key }) => key);
}
