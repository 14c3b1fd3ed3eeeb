import { columnOf } from "@/lib/catalog/equivalents";
import { sameWords, wordsOf } from "@/lib/catalog/infer/words";
import type { Catalog, ForeignKey, Table, TableName } from "@/lib/catalog/types";
import { isPeopleTable } from "./people-tables";
import { plainName } from "./specific-names";

const amounts = /(^|_)(amount|total|subtotal|price|cost|fee|balance|salary|premium)(_cents|_minor|_net|_gross)?$/;
const numbers = /(^|_)(number|no|nr|reference)$/;
const otherNumbers = /(^|_)(phone|mobile|fax|house|street|flat|room|card|line|tax|vat|serial|id|iban)_(number|no|nr)$/;
// What somebody has bought, owes or agreed to stays on record when they are gone.
const agreements = /^(subscriptions?|orders?|invoices?|payments?|contracts?)$/;
const whoDidIt = /_by(_id|_uuid)?$|^(author|creator|editor)(_id|_uuid)?$/;

/** Rows of the child are parts of the parent's, by the key they share: its own holds the parent's. */
export function sharesKey(child: Table, key: ForeignKey): boolean {
  const own = new Set(child.primaryKey?.columns);
  return key.columns.every((name) => own.has(name));
}

/** By its name, or as it has nothing of its own: what is cascaded to it belongs to the parent's row. */
export function looksLikePart(child: Table, key: ForeignKey, catalog: Catalog): boolean {
  const named = isNamedAfter(child, key.parent);
  if (isOwnRecord(child)) return named && !isPeopleTable(key.parent);
  const hasOthers = child.foreignKeys.some(({ columns, parent }) => {
    const isThis = isSame(parent, key.parent) || isSame(parent, child);
    return !isThis && !columns.every((name) => whoDidIt.test(plainName(name)));
  });
  if (isPeopleTable(key.parent) && isNeeded(child, catalog, true)) return false;
  return named || !hasOthers;
}

/** A person or company takes with it what has amounts or a number of its own, or what other tables cannot do without. */
export function takesRecords(child: Table, key: ForeignKey, catalog: Catalog): boolean {
  if (!isPeopleTable(key.parent) || isPeopleTable(child) || sharesKey(child, key)) return false;
  return isOwnRecord(child) || isNeeded(child, catalog, false);
}

function isOwnRecord({ name: own, columns }: Table): boolean {
  return (
    agreements.test(plainName(own)) ||
    columns.some(({ name }) => {
      const plain = plainName(name);
      return amounts.test(plain) || (numbers.test(plain) && !otherNumbers.test(plain));
    })
  );
}

/** Rows of other tables name it and always must; or go with it, where those count. */
function isNeeded(table: Table, catalog: Catalog, countsCascades: boolean): boolean {
  return catalog.tables.some(
    (child) =>
      !isSame(child, table) &&
      child.foreignKeys.some(
        ({ parent, columns, onDelete }) =>
          isSame(parent, table) &&
          (onDelete === "cascade"
            ? countsCascades
            : columns.every((name) => columnOf(child, name)?.nullable === false)),
      ),
  );
}

function isNamedAfter(child: TableName, parent: TableName): boolean {
  const [words, first] = [wordsOf(child.name), wordsOf(parent.name)];
  return words.length > first.length && sameWords(words.slice(0, first.length), first);
}

function isSame(left: TableName, right: TableName): boolean {
  return left.schema === right.schema && left.name === right.name;
}
