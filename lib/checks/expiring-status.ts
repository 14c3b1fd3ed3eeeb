import { plainType } from "@/lib/catalog/comparable";
import { wordsOf } from "@/lib/catalog/infer/words";
import type { Catalog, Column, Table } from "@/lib/catalog/types";
import type { StatusTarget } from "./target";

const statusNames = ["status", "state"];
const endNames =
  /^(expires( at| on)?|expire (at|date)|expired at|expiry( at| date| time)?|expiration( at| date| time)?|valid (until|till|to)|ends at)$/;
const moments = ["timestamp with time zone", "timestamp without time zone", "date"];
const over = "expired";

/** Tables that say by a status that a row is live, and by a time until when. */
export function expiringRows(catalog: Catalog): StatusTarget[] {
  return catalog.tables.flatMap((table) => {
    const status = table.columns.find((column) => statusNames.includes(spoken(column)) && isWord(column));
    const ends = table.columns.filter(
      (column) => endNames.test(spoken(column)) && moments.includes(plainType(column.type)),
    );
    const [end] = ends;
    // Of two times, nobody can tell which one ends the row.
    if (!status || !end || ends.length > 1) return [];
    return [
      {
        kind: "status" as const,
        table: { schema: table.schema, name: table.name },
        statusColumn: status.name,
        from: spelling(status, "active"),
        to: endValue(table, status),
        expiresAtColumn: end.name,
      },
    ];
  });
}

/** A text or an enum: numbers, booleans and times are no words. */
function isWord({ type }: Column): boolean {
  return !/^(smallint|integer|bigint|numeric|real|double|boolean|timestamp|date|time|json|uuid|bytea)/.test(type);
}

/** The value as the default writes it: `ACTIVE`, `Active` … */
function spelling({ default: text }: Column, value: string): string {
  const [, found] = new RegExp(`'(${value})'`, "i").exec(text ?? "") ?? [];
  return found ?? value;
}

/** Which labels an enum has, or a CHECK allows, is not known; any other text takes any word that is not too long. */
function endValue({ checkConstraints = [] }: Table, { name, type }: Column): string | null {
  const [, length] = /^character varying\((\d+)\)$/.exec(type) ?? [];
  const isText = type === "text" || /^character varying/.test(type);
  const isRuled = checkConstraints.some(({ columns }) => columns.includes(name));
  return isText && !isRuled && Number(length ?? over.length) >= over.length ? over : null;
}

function spoken({ name }: Column): string {
  return wordsOf(name).join(" ");
}
