import { sql } from "kysely";
import type { NamedIndex, TableName } from "@/lib/catalog/types";
import { textLiteral } from "@/lib/db";
import { nameOf } from "@/lib/repairs/wording";
import { doBlock, raise } from "./do-block";
import { toText } from "./to-text";
import type { ExportPart } from "./types";

/** IF NOT EXISTS is content with an index that an interrupted build left invalid; this is not. */
export function validIndex(index: NamedIndex, table: TableName): ExportPart {
  const relation = toText(
    sql`${textLiteral(`"${index.schema.replaceAll('"', '""')}"."${index.name.replaceAll('"', '""')}"`)}`,
  );
  const sentence = `The index ${nameOf(index)} of ${nameOf(table)} is invalid: its building was broken off. Drop it with DROP INDEX CONCURRENTLY and run the file that builds it again.`;
  return {
    label: "check",
    notes: [`See that the index ${nameOf(index)} is valid.`],
    sql: doBlock({
      statements: [
        `if not exists (select from pg_catalog.pg_index where indexrelid = to_regclass(${relation}) and indisvalid) then\n  ${raise(sentence)}\nend if;`,
      ],
    }),
  };
}
