import { type RawBuilder, sql } from "kysely";
import { columnOf } from "@/lib/catalog/equivalents";
import type { ColumnTarget } from "@/lib/checks/target";
import { defineRepair, type Facts, type SchemaStep } from "./define";
import type { FactQuery } from "./facts";
import { lockOf } from "./locks";
import { type NoInput, noInput } from "./no-input";
import { nameOf } from "./wording";

const calls = { gen_random_uuid: sql`gen_random_uuid()`, uuid_generate_v4: sql`uuid_generate_v4()` };

interface Generator {
  call: RawBuilder<unknown>;
  label: string;
  /** The extension that must be created first. */
  extension: string | null;
}

export const setDefault = defineRepair<ColumnTarget, NoInput>({
  code: "set-default",
  title: "Set the default",
  description:
    "Lets the database make a uuid for every new row that does not bring one. Rows that are there stay as they are.",
  form: "schema",
  mends: ["missing_default"],
  input: noInput,
  offers: (target) => target.default !== undefined,

  facts: () => ({
    random: schemaOf("gen_random_uuid"),
    generated: schemaOf("uuid_generate_v4"),
    extensions: sql`
      select coalesce(json_agg(name), '[]') as value
      from pg_catalog.pg_available_extensions
      where name in ('pgcrypto', 'uuid-ossp')`,
  }),

  refuses({ table, target, facts }) {
    const column = columnOf(table, target.column);
    const name = `${nameOf(table)}.${target.column}`;
    if (!column) return { reason: `There is no column ${name}.` };
    if (column.identity) return { reason: `${name} is an identity column: the database numbers it already.` };
    if (column.generated) return { reason: `${name} is a generated column, which cannot have a default.` };
    if (column.default !== null) return { reason: `${name} has a default already: ${column.default}.` };
    if (column.type !== "uuid")
      return { reason: `${name} is of type ${column.type}, and the default would be a uuid.` };
    if (!generator(facts)) {
      return { reason: "This server makes no uuid: it is older than 13 and offers neither pgcrypto nor uuid-ossp." };
    }
    return null;
  },

  plan({ table, target, facts }) {
    const made = generator(facts);
    if (!made) throw new Error("A refused repair has no plan.");
    const relation = sql.id(table.schema, table.name);
    const column = sql.id(target.column);
    const steps: SchemaStep[] = [];
    if (made.extension) {
      steps.push({
        title: `Create the extension ${made.extension}`,
        sql: sql`create extension if not exists ${sql.id(made.extension)}`,
        // Other things may come to use it; it does no harm.
        inverse: null,
        lock: lockOf("ACCESS SHARE", table),
      });
    }
    steps.push({
      title: `Set the default of ${target.column} to ${made.label}`,
      sql: sql`alter table ${relation} alter column ${column} set default ${made.call}`,
      inverse: sql`alter table ${relation} alter column ${column} drop default`,
      lock: lockOf("ACCESS EXCLUSIVE", table),
    });
    return {
      form: "schema",
      summary: `${nameOf(table)}.${target.column} gets the default ${made.label}. No row changes.`,
      steps,
    };
  },
});

/** gen_random_uuid where it is or can be, uuid_generate_v4 where it cannot: the order of the document. */
function generator(facts: Facts): Generator | null {
  const available = Array.isArray(facts.extensions) ? facts.extensions : [];
  return (
    existing("gen_random_uuid", facts.random) ??
    (available.includes("pgcrypto") ? created("gen_random_uuid", "pgcrypto") : null) ??
    existing("uuid_generate_v4", facts.generated) ??
    (available.includes("uuid-ossp") ? created("uuid_generate_v4", "uuid-ossp") : null)
  );
}

function existing(name: keyof typeof calls, schema: unknown): Generator | null {
  if (typeof schema !== "string") return null;
  const call = schema === "pg_catalog" ? calls[name] : sql`${sql.id(schema)}.${calls[name]}`;
  return { call, label: `${name}()`, extension: null };
}

function created(name: keyof typeof calls, extension: string): Generator {
  return { call: calls[name], label: `${name}()`, extension };
}

function schemaOf(name: string): FactQuery {
  return sql`
    select (
      select n.nspname::text
      from pg_catalog.pg_proc p
      join pg_catalog.pg_namespace n on n.oid = p.pronamespace
      where p.proname = ${name} and p.pronargs = 0 and p.prorettype = 'uuid'::regtype
      order by n.nspname <> 'pg_catalog', n.nspname
      limit 1
    ) as value`;
}
