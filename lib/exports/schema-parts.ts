import { sql } from "kysely";
import type { NamedIndex } from "@/lib/catalog/types";
import { type Statement, textLiteral } from "@/lib/db";
import type { PlanStep } from "@/lib/plans/types";
import type { Lock } from "@/lib/repairs/define";
import { nameOf } from "@/lib/repairs/wording";
import { doBlock } from "./do-block";
import { guarded } from "./guarded";
import { statementText, toText } from "./to-text";
import type { ExportPart } from "./types";
import { validIndex } from "./valid-index";

const name = `"(?:[^"]|"")+"`;
const removal = new RegExp(`^(?:drop\\s+index\\b|alter\\s+table\\s+${name}\\.${name}\\s+drop\\s+constraint\\b)`, "i");
const concurrently = /^(create\s+(?:unique\s+)?|drop\s+)index\s+concurrently\s+(if\s+(?:not\s+)?exists\s+)?/i;

/** A step of a schema plan, in a form that may be applied twice. */
export function schemaParts({ title, statement, lock, concurrentIndex, repeats }: PlanStep): ExportPart[] {
  if (repeats) return [repeated(title, statement, lock)];
  return statementParts(title, statement, lock, concurrentIndex);
}

/** Here in parts, there all parts in one transaction. */
function repeated(title: string, statement: Statement, lock: Lock): ExportPart {
  const part = toText(sql`${textLiteral(statementText(statement))}`);
  const statements = [
    "after := '';",
    `while after is not null loop
  perform set_config('plumbline.after', after, true);
  execute ${part} into after;
end loop;`,
  ];
  return {
    label: "",
    notes: [
      `${title}.`,
      `Lock: ${lock.mode} on ${nameOf(lock.table)}. Plumbline does it part by part; this file does it in one transaction.`,
    ],
    sql: doBlock({ declarations: ["after text"], statements }),
  };
}

/** Its way back; nothing where nothing can or need be put back. */
export function schemaUndoParts({ title, inverse, lock, concurrentIndex }: PlanStep): ExportPart[] {
  return inverse ? statementParts(`Take back: ${title}`, inverse, lock, concurrentIndex) : [];
}

/** To take these steps back is to remove keys and indexes and nothing else. */
export function addsOnly(steps: readonly PlanStep[]): boolean {
  return steps.every(({ inverse }) => !inverse || removal.test(inverse.sql));
}

function statementParts(title: string, statement: Statement, lock: Lock, index: NamedIndex | null): ExportPart[] {
  const text = statementText(statement);
  const notes = [`${title}.`, `Lock: ${lock.mode} on ${nameOf(lock.table)}; ${lock.effect}.`];
  const alone = concurrently.exec(text);
  if (!alone) return [{ label: "", notes, sql: doBlock({ statements: [guarded(text)] }) }];
  const creates = /^create/i.test(text);
  const [head = "", verb = ""] = alone;
  const again = `${verb}index concurrently ${creates ? "if not exists " : "if exists "}`;
  const part = { label: creates ? "build" : "drop", notes: [...notes, ...standsAlone], sql: text.replace(head, again) };
  return creates && index ? [part, validIndex(index, lock.table)] : [part];
}

const standsAlone = [
  "PostgreSQL runs this outside any transaction, so it is alone in its file. The Supabase CLI sends such a statement by itself",
  "from 2.109 on (DROP INDEX CONCURRENTLY: from the release of August 2026 on). With an older one run this file with psql, then",
  "`supabase migration repair --status applied` with the number this file's name begins with.",
];
