import { columnOf } from "@/lib/catalog/equivalents";
import { sameWords, wordsOf } from "@/lib/catalog/infer/words";
import type { Catalog, Table } from "@/lib/catalog/types";
import { nameOf } from "./column-targets";
import { contactNames } from "./contact-columns";
import { isPeopleTable } from "./people-tables";
import { references } from "./reference";
import type { ContactPair, LinkTarget } from "./target";

/** Optional references to people, of tables that hold an address or a number of the same person. */
export function contactLinks(catalog: Catalog): LinkTarget[] {
  const ofTable = Map.groupBy(references(catalog), ({ table }) => JSON.stringify([table.schema, table.name]));
  return [...ofTable.values()].flatMap((all) => {
    const found = all.flatMap(({ table, columns: [column, ...more], parent, parentColumns: [parentKey] }) => {
      const [child, people] = [catalog.find(table), catalog.find(parent)];
      if (!child || !people || child === people || column === undefined || parentKey === undefined) return [];
      const isLink = more.length === 0 && isPeopleTable(people) && columnOf(child, column)?.nullable === true;
      const target = isLink && namesParent(column, people) ? linkTarget(child, column, people, parentKey) : null;
      return target ? [target] : [];
    });
    const [only, another] = new Map(found.map((target) => [target.column, target])).values();
    // Of two people that the row may name, the address is of one, and nobody can tell of which.
    return only && !another ? [only] : [];
  });
}

/** `customer_id` of customers; an owner, or whom something is assigned to, is somebody else than whose address it is. */
function namesParent(column: string, { name }: Table): boolean {
  const [words, table] = [wordsOf(column), wordsOf(name)];
  const stem = words.length > 1 ? words.slice(0, -1) : words;
  return sameWords(stem, table.slice(-stem.length));
}

function linkTarget(child: Table, column: string, parent: Table, parentKey: string): LinkTarget | null {
  const owner = wordsOf(column).slice(0, -1).join(" ");
  const [own, theirs] = [contactNames(child, owner === "" ? [] : [owner]), contactNames(parent)];
  const email = pair(own.email, theirs.email);
  const phone = pair(own.phone, theirs.phone);
  if (email === null && phone === null) return null;
  const ends = { table: nameOf(child), column, parent: nameOf(parent), parentKey };
  return { kind: "link", ...ends, email, phone, copies: {}, callingCode: null, inferred: true };
}

function pair(child: string | null, parent: string | null): ContactPair | null {
  return child === null || parent === null ? null : { child, parent };
}
