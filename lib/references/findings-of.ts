import { type Kysely, sql } from "kysely";
import type { TableName, UndeclaredReference } from "@/lib/catalog/types";
import type { CheckCode } from "@/lib/checks/codes";
import type { Target } from "@/lib/checks/target";
import { referenceId } from "./reference-id";

export interface ReferenceFinding {
  id: string;
  check: CheckCode;
  target: Target;
}

/** Findings that are there only because these columns are taken for that reference; none where a foreign key or a playbook says so. */
export async function findingsOf(db: Kysely<unknown>, reference: UndeclaredReference): Promise<ReferenceFinding[]> {
  const names = [reference.table, reference.parent].map(({ schema, name }) => JSON.stringify([schema, name]));
  const { rows } = await sql<ReferenceFinding & { playbook: string | null }>`
    select id, check_code as check, target, playbook
    from plumbline.findings
    where jsonb_build_array(schema_name, table_name) = any (${names}::jsonb[])
    order by id
  `.execute(db);
  const about = rows.filter(({ target }) => isAbout(target, reference));
  const isDeclared = about.some(({ target }) => target.kind === "reference" && target.constraint !== undefined);
  return isDeclared ? [] : about.filter(({ playbook }) => playbook === null);
}

/** Whether a target is about the rows that these columns name. */
export function isAbout(target: Target, reference: UndeclaredReference): boolean {
  switch (target.kind) {
    case "reference":
    case "age":
      return referenceId(target) === referenceId(reference);
    case "counter":
      return (
        isSame(target.child, reference.table) &&
        isSame(target.table, reference.parent) &&
        target.childColumns.join() === reference.columns.join()
      );
    default:
      return false;
  }
}

function isSame(left: TableName, right: TableName): boolean {
  return left.schema === right.schema && left.name === right.name;
}
