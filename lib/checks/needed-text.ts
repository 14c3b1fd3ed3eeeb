import type { Column, Table } from "@/lib/catalog/types";
import { isText } from "./column-targets";
import { plainName } from "./specific-names";

// What a row is called, found or reached by. First, middle and family names may rightly be empty.
const needed =
  /^((full|display|user|file|product|company|customer|category|item|project|event)_?name|name|title|label|subject|slug|sku|status|currency|username|login)$|(^|_)(e_?mail|email_address|phone|phone_number|code|number)$/;

// Django stores text that may be left out as NOT NULL and ''.
const writtenByDjango = /^(auth|django)_/;

/** A column that must be filled, and by its name with something. */
export function isNeededText(column: Column, table: Table): boolean {
  if (column.nullable || column.default !== null || column.generated || !isText(column)) return false;
  return needed.test(plainName(column.name)) && !writtenByDjango.test(table.name);
}
