import { ledgerSql } from "./ledger";
import type { Migration } from "./migration";

/** The SQL that applying would run, for a person to read: this and nothing else. */
export function migrationScript(pending: Migration[]): string {
  const parts = pending.map(({ version, name, sql, checksum }) =>
    [
      `-- ${version} ${name}`,
      sql,
      `insert into plumbline.schema_migrations (version, name, checksum)\nvalues ('${version}', '${name}', '${checksum}');`,
    ].join("\n\n"),
  );
  return ["begin;", ledgerSql, ...parts, "commit;"].join("\n\n");
}
