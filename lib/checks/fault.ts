import { type RawBuilder, type SqlBool, sql } from "kysely";
import type { Catalog } from "@/lib/catalog/types";
import type { CheckCode } from "./codes";
import type { JoinScope } from "./define";
import { checkOn } from "./registry";
import type { Target } from "./target";

/** Which rows of the table a finding names: joins after `from <table> as t`, and the predicate. */
export interface FaultSql {
  joins: RawBuilder<unknown>[];
  where: RawBuilder<SqlBool>;
}

/** Joins in the order in which they were asked for, each once. */
export class Joins implements JoinScope {
  readonly sql: RawBuilder<unknown>[] = [];
  /** Rows that are given by where they are, which can then be read instead of the table. */
  readonly places: { alias: string; rows: RawBuilder<unknown> }[] = [];
  readonly #aliases = new Map<string, string>();
  readonly #apart: string[] = [];

  /** Which questions can be asked in one statement: those of the same group. Most are of the group ''. */
  get group(): string {
    return this.#apart.join();
  }

  join(key: string, build: (alias: string) => RawBuilder<unknown>): string {
    const known = this.#aliases.get(key);
    if (known) return known;
    const alias = `j${this.#aliases.size + 1}`;
    this.#aliases.set(key, alias);
    this.sql.push(build(alias));
    return alias;
  }

  joinPlaces(key: string, rows: () => RawBuilder<unknown>): string {
    this.askApart(key);
    return this.join(key, (alias) => {
      const given = rows();
      this.places.push({ alias, rows: given });
      return sql`left join ${given} as ${sql.id(alias)} on ${sql.id(alias, "part")} = t.tableoid and ${sql.id(alias, "place")} = t.ctid`;
    });
  }

  askApart(key: string): void {
    this.#apart.push(key);
  }
}

/** The rows that a finding names, as SQL; no row at all for a fault of the schema. */
export function faultOf(code: CheckCode, target: Target, catalog: Catalog): FaultSql {
  const check = checkOn(code, target);
  if (check.form === "catalog") return { joins: [], where: sql<SqlBool>`false` };
  const joins = new Joins();
  const where = check.violates(target, joins, catalog);
  return { joins: joins.sql, where };
}
