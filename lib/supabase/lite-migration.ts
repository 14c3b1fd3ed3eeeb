import { App } from "@supabase/lite";
import { createPostgresConnection } from "@supabase/lite/postgres";
import { defineMigration, type Migration } from "@/lib/migrations/migration";

/**
 * What @supabase/lite needs in the database: the schema `auth`. It is recorded with our own migrations, so that a person
 * sees it before it is made; the library would otherwise make it by itself and keep quiet about failures.
 */
export async function liteMigration(): Promise<Migration> {
  const connection = createPostgresConnection({ url: "postgres://nowhere.invalid/nothing" });
  const app = new App({
    connection,
    auth: { enabled: true, jwt_secret: "unused" },
    db: { migrations: { enabled: false } },
  });
  await app.init();
  await connection.close();
  const sql = withoutMargin(connection.config.baseSchema ?? "");
  // Named by its content: each of its statements may run again, so another version of the library is simply applied on top.
  return defineMigration(`lite-${defineMigration("", "", sql).checksum.slice(0, 12)}`, "auth", sql);
}

/** The library's text is indented as its source is. */
function withoutMargin(sql: string): string {
  return sql
    .split("\n")
    .map((line) => line.replace(/^ {12}/, "").trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n");
}
