import { plainType } from "@/lib/catalog/comparable";
import type { Column, Table } from "@/lib/catalog/types";
import { isPeopleTable } from "./people-tables";
import { spoken } from "./spoken";
import type { RangeTarget } from "./target";

type Range = Pick<RangeTarget, "min" | "max" | "past">;

interface Rule {
  /** The words of the column's name. */
  column: RegExp;
  range: Range;
  types?: string[];
  /** Words of the table's name where the numbers mean something else. */
  notIn?: RegExp;
  only?(table: Table): boolean;
}

const whole = ["smallint", "integer", "bigint"];
const broken = ["numeric", "real", "double precision"];
const numbers = [...whole, ...broken];
const moments = ["date", "timestamp with time zone", "timestamp without time zone"];

// A difference, a movement or a correction may be below zero, and so may a change in percent.
const movements =
  /\b(moves?|movements?|adjustments?|transactions?|ledgers?|journals?|corrections?|returns?|refunds?|credits?|deltas?|changes?)\b/;
const difference =
  "(?!.*\\b(change|growth|delta|diff|difference|variance|margin|adjust(ed|ment)?|net|balance|gain|loss|increase|decrease|markup|roi|yield|return|error|target|usage|load|cpu|of)\\b)";
const lines = /\b(lines?|details?|orders?|invoices?|quotes?|carts?|baskets?|receipts?|fees?|charges?|discounts?)\b/;

/** Names that leave no doubt what their numbers are. Whatever could mean something else in another database is not here. */
const rules: Rule[] = [
  { column: /\b(latitude|lat)$/, types: broken, range: { min: "-90", max: "90" } },
  { column: /\b(longitude|lng|lon)$/, types: broken, range: { min: "-180", max: "180" } },
  {
    column: new RegExp(`^${difference}.*\\b(percent|percentage|pct|probability)( off)?$`),
    range: { min: "0", max: "100" },
  },
  { column: new RegExp(`^${difference}.*\\b(quantity|qty)$`), notIn: movements, range: { min: "0" } },
  {
    column: /^((units |items )?in stock|stock( level| quantity| qty| count| on hand)?|quantity (in stock|on hand))$/,
    notIn: movements,
    range: { min: "0" },
  },
  {
    column: new RegExp(`^${difference}(.*\\bcount|(num|nb|number of) .*)$`),
    types: whole,
    notIn: movements,
    range: { min: "0" },
  },
  {
    column: /\bduration( (in )?(ms|millis|milliseconds|s|secs?|seconds|mins?|minutes|hours|days|weeks|months))?$/,
    notIn: /\b(changes?|deltas?)\b/,
    range: { min: "0" },
  },
  {
    column:
      /^(?!.*\b(expected|estimated|due|planned|next|predicted)\b)(.+ )?(birth date|birthdate|date of birth|dob|born( on| at)?|birthday)$/,
    types: moments,
    range: { past: true },
  },
  { column: /^age( in years| years)?$/, only: isPeopleTable, range: { min: "0", max: "150" } },
  {
    column: /^(age|(customer|patient|student|user|employee|person|driver|passenger|guest|member|applicant) age)$/,
    range: { min: "0" },
  },
  {
    column: /^((birth|exp|expiry|expiration) month|month (of year|number|no))$/,
    types: whole,
    range: { min: "1", max: "12" },
  },
  { column: /^month$/, types: whole, only: beside("year"), range: { min: "1", max: "12" } },
  { column: /^(birth day|day of month)$/, types: whole, range: { min: "1", max: "31" } },
  { column: /^day$/, types: whole, only: beside("year"), range: { min: "1", max: "31" } },
  { column: /^(iso )?(weekday|week day|day of week|dow)$/, types: whole, range: { min: "0", max: "7" } },
  { column: /^((opening|closing|open|close) hour|hour of day)$/, types: whole, range: { min: "0", max: "24" } },
  { column: /^hour$/, types: ["smallint"], range: { min: "0", max: "24" } },
  { column: /^minute$/, types: whole, only: beside("hour"), range: { min: "0", max: "59" } },
  {
    column: /^(unit |list |sales? |retail )?price$/,
    notIn: new RegExp(`${movements.source}|${lines.source}`),
    range: { min: "0" },
  },
  {
    column: /^(sales )?(tax|vat|gst|discount) rate$/,
    notIn: /\b(changes?|deltas?)\b/,
    range: { min: "0", max: "100" },
  },
  {
    column: /^(rating|stars)$/,
    only: ({ name }) => /\b(reviews?|feedbacks?|ratings?)$/.test(spoken(name)),
    range: { min: "0", max: "10" },
  },
];

/** What the numbers of a column can be, by its name; null where the name does not tell. */
export function sensibleRange(table: Table, column: Column): Range | null {
  const name = spoken(column.name);
  const type = plainType(column.type);
  const rule = rules.find(
    ({ column: names, types = numbers, notIn, only }) =>
      names.test(name) && types.includes(type) && !notIn?.test(spoken(table.name)) && (only?.(table) ?? true),
  );
  return rule?.range ?? null;
}

function beside(word: string) {
  return ({ columns }: Table): boolean => columns.some(({ name }) => spoken(name) === word);
}
