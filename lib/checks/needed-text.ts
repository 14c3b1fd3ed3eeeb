import type { Column, Table } from "@/lib/catalog/types";
import { isText } from "./column-targets";
import { spoken } from "./spoken";

// What a row is called, found or reached by.
const needed =
  /^(name_?1|filename|fullname|title|label|subject|slug|sku|status|currency|username|login|city)$|(^|_)(name|e_?mail|email_address|phone|phone_number|code|number)$/;
// Part of a name may rightly be empty, and so may another that somebody goes by.
const parts = /(^|_)(first|second|middle|last|given|family|nick|alt|alternative|other|maiden|former|short|local)_name$/;

// Django stores text that may be left out as NOT NULL and ''.
const writtenByDjango = /^(auth|django)_/;

/** A column that must be filled, and by its name with something. */
export function isNeededText(column: Column, table: Table): boolean {
  if (column.nullable || column.default !== null || column.generated || !isText(column)) return false;
  const name = spoken(column.name).replaceAll(" ", "_");
  return needed.test(name) && !parts.test(name) && !writtenByDjango.test(table.name);
}
