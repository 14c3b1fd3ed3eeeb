import { plainType } from "@/lib/catalog/comparable";
import { sameWords, wordsOf } from "@/lib/catalog/infer/words";
import type { Catalog, Column, Table } from "@/lib/catalog/types";
import { references } from "./reference";
import type { CounterTarget, ReferenceTarget } from "./target";
import { undeclaredOf } from "./undeclared-of";

/** Columns that say how many rows of a child table belong to the row, as their names tell. */
export function counters(catalog: Catalog): CounterTarget[] {
  const byParent = Map.groupBy(references(catalog), ({ parent }) => JSON.stringify([parent.schema, parent.name]));
  return catalog.tables.flatMap((table) => {
    const children = byParent.get(JSON.stringify([table.schema, table.name])) ?? [];
    return table.columns.flatMap((column) => {
      const things = countedThings(column);
      const sure = children.filter((child) => !isDoubtful(child, table, catalog));
      const child = things && childCalled(things, table, sure, catalog);
      return child ? [counterTarget(table, column, child)] : [];
    });
  });
}

/** "order items" of `order_items_count`, `orderItemCount` and `num_order_items`. */
function countedThings({ name, type, generated }: Column): string[] | null {
  if (generated || !["smallint", "integer", "bigint"].includes(plainType(type))) return null;
  const words = wordsOf(name).flatMap((word) => /^(.{3,})(cnt)$/.exec(word)?.slice(1) ?? word);
  const things = ["count", "counter", "cnt"].includes(words.at(-1) ?? "")
    ? words.slice(0, -1)
    : /^(num|nb|no of|number of) /.test(words.join(" "))
      ? words.slice(words[1] === "of" ? 2 : 1)
      : [];
  return things.length > 0 ? things : null;
}

/** The one child table of that name; none where two fit as well, or one names the parent twice. */
function childCalled(things: string[], parent: Table, children: ReferenceTarget[], catalog: Catalog) {
  const own = wordsOf(parent.name);
  const [itself, others] = [oncePerColumns(children, parent, true), oncePerColumns(children, parent, false)];
  const calls: ((words: string[]) => boolean)[] = [
    (words) => sameWords(words, things),
    (words) => sameWords(words, [...own, ...things]),
    (words) => sameWords(words.slice(-things.length), things),
  ];
  for (const called of calls) {
    const found = others.filter(({ table }) => called(wordsOf(table.name).filter((word) => !/^v?\d+$/.test(word))));
    const [only] = found;
    if (only) return found.length === 1 && countsRows(only, things, catalog) ? only : null;
  }
  const [line, ...lines] = lineWords.includes(things.join(" "))
    ? others.filter((child) => numbersLines(child, catalog))
    : [];
  if (line) return lines.length === 0 ? line : null;
  const [above, ...more] = itself.filter(({ columns }) => belowOf(columns, things));
  return above && more.length === 0 && countsRows(above, things, catalog) ? above : null;
}

/**
 * Inferred, while the two tables share another column that is named after the parent: messages that name their session
 * by its id and by the conversation_id of both may be counted by either.
 */
function isDoubtful({ inferred, table, columns }: ReferenceTarget, parent: Table, catalog: Catalog): boolean {
  if (!inferred) return false;
  const shared =
    catalog.find(table)?.columns.filter(({ name }) => parent.columns.some((own) => own.name === name)) ?? [];
  const own = wordsOf(parent.name);
  return shared.some(({ name }) => {
    const stem = wordsOf(name).slice(0, -1);
    return (
      !columns.includes(name) && stem.length > 0 && stem.every((word) => own.some((ours) => sameWords([word], [ours])))
    );
  });
}

/** A second foreign key on the same columns says nothing new. */
function oncePerColumns(children: ReferenceTarget[], parent: Table, isSelf: boolean): ReferenceTarget[] {
  const wanted = children.filter(
    ({ table }) => (table.schema === parent.schema && table.name === parent.name) === isSelf,
  );
  const byColumns = new Map(
    wanted.map((child) => [JSON.stringify([child.table.schema, child.table.name, child.columns]), child]),
  );
  return [...byColumns.values()];
}

/** The rows below a row of the same table: `replies_count` beside `parent_id` or `reply_to`. */
function belowOf(columns: string[], things: string[]): boolean {
  const isBelow = things.length === 1 && ["replies", "children"].some((word) => sameWords(things, [word]));
  return (
    isBelow && columns.length === 1 && wordsOf(columns[0] ?? "").some((word) => ["parent", "reply"].includes(word))
  );
}

const lineWords = ["ln", "lns", "line", "lines", "pos", "position", "positions", "detail", "details", "dtl"];

/** Rows that are told by their parent and one number more: order 7, line 3. */
function numbersLines({ table: name, columns }: ReferenceTarget, catalog: Catalog): boolean {
  const table = catalog.find(name);
  const key = table?.primaryKey?.columns ?? [];
  const [number, ...more] = key.filter((column) => !columns.includes(column));
  const type = table?.columns.find((column) => column.name === number)?.type ?? "";
  const isNumber = /^(smallint|integer|numeric)/.test(type);
  const named = [...(table?.foreignKeys ?? []), ...undeclaredOf(catalog, name)].flatMap((one) => one.columns);
  return isNumber && more.length === 0 && key.length > columns.length && !named.includes(number ?? "");
}

const pieces = ["items", "products", "units", "pieces", "articles"];

/** Of pieces in a quantity, a counter may count the pieces. */
function countsRows({ table }: ReferenceTarget, things: string[], catalog: Catalog): boolean {
  const columns = catalog.find(table)?.columns ?? [];
  const arePieces = pieces.some((word) => sameWords([word], things.slice(-1)));
  const hasQuantity = columns.some(({ name }) => /^(quantity|qty|amount)$/.test(wordsOf(name).join(" ")));
  return !(arePieces && hasQuantity) || things.at(-2) === "line";
}

function counterTarget({ schema, name }: Table, column: Column, child: ReferenceTarget): CounterTarget {
  return {
    kind: "counter",
    table: { schema, name },
    column: column.name,
    key: child.parentColumns,
    child: child.table,
    childColumns: child.columns,
  };
}
