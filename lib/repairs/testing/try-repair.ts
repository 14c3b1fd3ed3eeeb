import { type Kysely, type SqlBool, sql } from "kysely";
import { readCatalog } from "@/lib/catalog/read-catalog";
import type { Target } from "@/lib/checks/target";
import { compileStatement, executeStatement } from "@/lib/db";
import type { Facts, Refusal, Repair, SchemaStep } from "../define";

/** What a test learns of a schema repair: why it refuses, or the statements it plans. */
export interface Tried {
  refusal: Refusal | null;
  summary: string;
  steps: SchemaStep[];
  statements: string[];
  /** Runs the plan's statements one after the other, as written. */
  apply(): Promise<void>;
  /** Runs their inverses, last first. */
  undo(): Promise<void>;
}

/** For tests: plans a schema repair on a real database, as the product does, without its plans and runs. */
export async function tryRepair<T extends Target, I>(
  db: Kysely<unknown>,
  repair: Repair<T, I>,
  target: T,
  input: unknown = {},
  /** Facts that no test can make so, a size above all. */
  given: Facts = {},
): Promise<Tried> {
  const catalog = await readCatalog(db);
  const table = catalog.find(target.table);
  if (!table) throw new Error(`There is no table ${target.table.schema}.${target.table.name}`);
  const [check] = repair.mends;
  if (!check) throw new Error(`${repair.code} mends nothing`);
  const fault = { joins: [], where: sql<SqlBool>`false` };
  const context = { check, fault, catalog, table, target, input: repair.input.parse(input) };
  const facts: Facts = {};
  for (const [name, query] of Object.entries(repair.facts(context))) {
    facts[name] = (await query.execute(db)).rows[0]?.value;
  }
  Object.assign(facts, given);
  const refusal = repair.refuses({ ...context, facts });
  const plan = refusal ? null : repair.plan({ ...context, facts });
  if (plan?.form === "rows") throw new Error(`${repair.code} changes rows`);
  const steps = plan?.steps ?? [];
  const run = async (wanted: (SchemaStep["inverse"] | undefined)[]) => {
    for (const statement of wanted) if (statement) await executeStatement(db, compileStatement(statement));
  };
  return {
    refusal,
    summary: plan?.summary ?? "",
    steps,
    statements: steps.map((step) => compileStatement(step.sql).sql),
    apply: () => run(steps.map((step) => step.sql)),
    undo: () => run(steps.map((step) => step.inverse).reverse()),
  };
}
