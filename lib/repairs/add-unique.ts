import { sql } from "kysely";
import { missingColumn } from "@/lib/catalog/equivalents";
import type { Table } from "@/lib/catalog/types";
import type { KeyTarget } from "@/lib/checks/target";
import { defineRepair, type Facts, type SchemaStep } from "./define";
import { equivalentKey } from "./equivalent-key";
import type { FactQueries } from "./facts";
import { createIndex, dropLeftover, leftover } from "./index-steps";
import { lockOf } from "./locks";
import { type NoInput, noInput } from "./no-input";
import { columnsLabel, deriveName, freeName, namesIn, takenRelationNames } from "./object-names";
import { counted, nameOf } from "./wording";

export const addUnique = defineRepair<KeyTarget, NoInput>({
  code: "add-unique",
  title: "Make it unique",
  description:
    "Builds a unique index while the table is in use and turns it into a constraint. Rows with NULL in these columns are fine: they are never equal.",
  form: "schema",
  mends: ["missing_unique"],
  input: noInput,
  offers: () => true,

  facts({ table, target }): FactQueries {
    if (missingColumn(table, target.columns)) return {};
    const columns = sql.join(target.columns.map((column) => sql.id(column)));
    const present = target.columns.map((column) => sql`${sql.id(column)} is not null`);
    return {
      taken: takenRelationNames(table.schema, wantedName(target)),
      duplicates: sql`
        select count(*) as value
        from (
          select 1
          from ${sql.id(table.schema, table.name)}
          where ${sql.join(present, sql` and `)}
          group by ${columns}
          having count(*) > 1
        ) as d`,
    };
  },

  refuses({ table, target, facts }) {
    const columns = columnsLabel(target.columns);
    const missing = missingColumn(table, target.columns);
    if (missing) return { reason: `There is no column ${nameOf(table)}.${missing}.` };
    const key = equivalentKey(table, target.columns);
    if (key) return { reason: `${nameOf(table)} ${columns} is unique already, by ${key.name}.` };
    if (table.kind === "partitioned") {
      return {
        reason: `${nameOf(table)} is partitioned: PostgreSQL cannot build its index while the table is in use.`,
      };
    }
    const duplicates = Number(facts.duplicates);
    if (duplicates > 0) {
      return {
        reason: `${counted(duplicates, "value")} of ${nameOf(table)} ${columns} ${duplicates === 1 ? "is" : "are"} used by more than one row. Decide which rows stay; rows with NULL are fine.`,
      };
    }
    return null;
  },

  plan({ table, target, facts }) {
    const invalid = leftoverOf(table, target);
    const built = readyIndex(table, target);
    const name = built?.name ?? chosenName(table, target, facts);
    const relation = sql.id(table.schema, table.name);
    const constraint = sql.id(name);
    const steps: SchemaStep[] = [];
    if (invalid) steps.push(dropLeftover(table, invalid));
    if (!built) steps.push(createIndex({ table, name, columns: target.columns, unique: true }));
    steps.push({
      title: `Turn the index into the constraint ${name}`,
      sql: sql`alter table ${relation} add constraint ${constraint} unique using index ${constraint}`,
      inverse: sql`alter table ${relation} drop constraint ${constraint}`,
      lock: lockOf("ACCESS EXCLUSIVE", table),
    });
    return {
      form: "schema",
      summary: `${nameOf(table)} ${columnsLabel(target.columns)} becomes unique, as ${name}. No row changes; rows with NULL are fine.`,
      steps,
    };
  },
});

function wantedName(target: KeyTarget): string {
  return target.constraint ?? deriveName(target.table, target.columns, "key");
}

function chosenName(table: Table, target: KeyTarget, facts: Facts): string {
  const wanted = wantedName(target);
  return leftoverOf(table, target) ? wanted : freeName(wanted, namesIn(facts.taken));
}

function leftoverOf(table: Table, target: KeyTarget) {
  return leftover(table, { name: wantedName(target), columns: target.columns, unique: true });
}

/** Built by a run that ended before its second step. */
function readyIndex(table: Table, target: KeyTarget) {
  return table.indexes.find(
    (index) =>
      index.name === wantedName(target) &&
      index.unique &&
      index.valid &&
      !index.partial &&
      index.constraint === null &&
      index.columns.join("\0") === target.columns.join("\0"),
  );
}
