import { getConstructionPlans } from "pg-boss";
import { defineMigration, type Migration } from "@/lib/migrations/migration";
import { jobsSchema, queues } from "./queues";

// The library makes it when it starts; a database that is put in place of another while it runs has it from here.
const cronQueue = { "__pgboss__send-it": { policy: "standard" } };

/**
 * What pg-boss needs in the database. It is recorded with our own migrations, so that a person sees it before it is
 * made; the library would otherwise make it by itself.
 */
export function bossMigration(): Migration {
  const plans = withoutTransaction(getConstructionPlans(jobsSchema));
  const made = Object.entries({ ...queues, ...cronQueue }).map(
    ([name, options]) => `select ${jobsSchema}.create_queue('${name}', '${JSON.stringify(options)}'::jsonb);`,
  );
  const sql = [
    // Jobs say what is to be done, not what was found: another version of the library may begin with none.
    `drop schema if exists ${jobsSchema} cascade;`,
    plans,
    `revoke all on schema ${jobsSchema} from public;`,
    ...made,
  ].join("\n");
  return defineMigration(`jobs-${defineMigration("", "", sql).checksum.slice(0, 12)}`, "jobs", sql);
}

/** The library's script begins and ends a transaction of its own; ours is one with the other migrations. */
function withoutTransaction(script: string): string {
  const body = /^\s*BEGIN;\s*(?:SET LOCAL [^;]+;\s*)*([\s\S]*?)\s*COMMIT;\s*$/.exec(script)?.[1];
  if (!body) throw new Error("pg-boss has changed how its construction script begins or ends.");
  return body
    .split("\n")
    .map((line) => line.replace(/^ {4}/, "").trimEnd())
    .join("\n")
    .replace(/\n{3,}/g, "\n\n");
}
