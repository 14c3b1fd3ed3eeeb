import { plainType } from "@/lib/catalog/comparable";
import { sameWords, wordsOf } from "@/lib/catalog/infer/words";
import type { Catalog, Column, Table } from "@/lib/catalog/types";
import { spoken as spokenName } from "./spoken";
import type { StatusTarget } from "./target";

const endNames =
  /^(expires( at| on)?|expire (at|date)|expired at|expiry( at| on| date| time)?|expiration( at| date| time)?|valid (until|till|to|through|thru)|((current )?(billing )?(period|term) |subscription |contract |membership )?end(s|ed)?( at| on| date)?|paid (until|till|through|to)|gltgb|datbi)$/;
const moments = ["timestamp with time zone", "timestamp without time zone", "date"];
const over = "expired";
const activeNames = ["is active", "active", "aktiv"];

// In these the end is planned, and what is late goes on.
const planned = /\b(projects?|tasks?|sprints?|milestones?|goals?|jobs?|phases?|stages?|work orders?)$/;

/** Tables that say by a status, or a yes and no, that a row is live, and by a time until when. */
export function expiringRows(catalog: Catalog): StatusTarget[] {
  return catalog.tables.flatMap((table) => {
    const status = statusOf(table) ?? table.columns.find(saysActive);
    const ends = table.columns.filter(
      (column) => endNames.test(spoken(column)) && moments.includes(plainType(column.type)),
    );
    const [end] = ends;
    // Of two times, nobody can tell which one ends the row.
    if (!status || !end || ends.length > 1 || (/^end/.test(spoken(end)) && planned.test(spoken(table)))) return [];
    const isYes = saysActive(status);
    return [
      {
        kind: "status" as const,
        table: { schema: table.schema, name: table.name },
        statusColumn: status.name,
        from: isYes ? "true" : spelling(status, "active"),
        to: isYes ? null : endValue(table, status),
        expiresAtColumn: end.name,
        anyCase: true as const,
      },
    ];
  });
}

/** `status`, or `permit_status` of permits; that of something else, as a payment's, says nothing of the row. */
function statusOf(table: Table): Column | undefined {
  const words = table.columns.filter(isWord);
  return (
    words.find((column) => /^(status|state)$/.test(spoken(column))) ??
    words.find((column) => {
      const [, of] = /^(.+) (status|state)$/.exec(spoken(column)) ?? [];
      return of !== undefined && sameWords(of.split(" "), wordsOf(table.name).slice(-of.split(" ").length));
    })
  );
}

function saysActive(column: Column): boolean {
  return column.type === "boolean" && activeNames.includes(spoken(column));
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

function spoken({ name }: Column | Table): string {
  return spokenName(name);
}
