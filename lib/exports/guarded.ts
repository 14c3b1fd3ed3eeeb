import { sql } from "kysely";
import { textLiteral } from "@/lib/db";
import { toText } from "./to-text";

const name = `"(?:[^"]|"")+"`;
const constraintChange = new RegExp(
  `^alter\\s+table\\s+(${name}\\.${name})\\s+(add|drop)\\s+constraint\\s+(${name})`,
  "i",
);
const indexComment = new RegExp(`^comment\\s+on\\s+index\\s+(${name}\\.${name})\\s`, "i");

/** A step's statement for plpgsql that may be applied twice. What has no IF EXISTS of its own is looked for first. */
export function guarded(text: string): string {
  const index = indexComment.exec(text);
  if (index) return `if to_regclass(${literal(index[1])}) is not null then\n  ${text};\nend if;`;
  const change = constraintChange.exec(text);
  if (!change) return `${text};`;
  const [, relation, verb = "", constraint = ""] = change;
  const label = constraint.slice(1, -1).replaceAll('""', '"');
  const found = `exists (
    select from pg_catalog.pg_constraint
    where conrelid = ${literal(relation)}::regclass and conname = ${literal(label)}
  )`;
  return `if ${verb.toLowerCase() === "add" ? "not " : ""}${found} then\n  ${text};\nend if;`;
}

function literal(value = ""): string {
  return toText(sql`${textLiteral(value)}`);
}
