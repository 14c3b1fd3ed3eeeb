import { plainType } from "@/lib/catalog/comparable";
import type { Catalog, Column, Table } from "@/lib/catalog/types";
import { nameOf } from "./column-targets";
import { spoken } from "./spoken";
import type { SpanTarget } from "./target";

const moments = ["timestamp with time zone", "timestamp without time zone", "date"];

/** How a start is called, and what is written in its place where the end is meant. */
const ways: [start: RegExp, ends: string[]][] = [
  [
    /\b(starts?|started|starting|begins?|began)\b/,
    ["end", "ends", "ended", "ending", "finish", "finished", "stopped", "completed"],
  ],
  [/\bfrom\b/, ["to", "until", "till", "through", "thru"]],
  [/(?<=\b(check|checked|clock|clocked|logged) )in$/, ["out"]],
  [/^checkin$/, ["checkout"]],
  [/^opened$/, ["closed"]],
  [/^(installed|installation)$/, ["removed", "uninstalled", "decommissioned"]],
  [/^(ordered|order)$/, ["required", "req", "expected", "shipped", "delivered"]],
  [/^(shipped|dispatched)$/, ["delivered", "received"]],
  [/^(issued|issue|effective)$/, ["expires", "expiry", "expiration"]],
  [/^(invoice|invoiced|issued|issue)$/, ["due", "payment due"]],
  [/^(rental|rented|borrowed|loan|loaned|lent|checkout|checked out)$/, ["due", "return", "returned"]],
  [/^(hire|hired|employed)$/, ["term", "terminated", "termination", "left", "fired", "dismissed"]],
  [/^(birth|born)$/, ["death", "died"]],
  [/(?<=^of )birth$/, ["death"]],
  [/^(admission|admitted)$/, ["discharge", "discharged"]],
  [/^(reported|raised|submitted|requested)$/, ["resolved", "closed", "completed"]],
  [/^(enrollment|enrolled)$/, ["graduation", "graduated"]],
  // As an ERP with short German names writes it.
  [/^datab$/, ["datbi"]],
  [/^gltgv$/, ["gltgb"]],
  [/^begda$/, ["endda"]],
];

/** Two times of a row of which the one cannot be before the other, by their names. */
export function timeSpans(catalog: Catalog): SpanTarget[] {
  return catalog.tables.flatMap((table) => {
    const times = table.columns.filter(({ type }) => moments.includes(plainType(type)));
    return times.flatMap((start) =>
      times
        .filter((end) => end.type === start.type && isEndOf(start, end) && !isRuled(table, start, end))
        .map((end): SpanTarget => ({ kind: "span", table: nameOf(table), columns: [start.name, end.name] })),
    );
  });
}

function isEndOf(start: Column, end: Column): boolean {
  const [name, wanted] = [moment(start), moment(end)];
  return ways.some(([called, ends]) => called.test(name) && ends.some((word) => name.replace(called, word) === wanted));
}

function isRuled({ checkConstraints = [] }: Table, start: Column, end: Column): boolean {
  return checkConstraints.some(
    ({ validated, columns }) => validated && columns.includes(start.name) && columns.includes(end.name),
  );
}

/** Without what only says that it is a time: `start_date` and `ends_on` are of one kind. */
function moment({ name }: Column): string {
  return spoken(name)
    .replace(/^(date|time) (?=.)/, "")
    .replace(/(?<=.) (at|on|date|time|datetime|timestamp)$/, "");
}
