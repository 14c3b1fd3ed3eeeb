import { Command } from "commander";
import type { Mode } from "@/lib/config";
import { applyMigrations, changedSentence, newerSentence } from "@/lib/migrations/apply-migrations";
import { compareMigrations } from "@/lib/migrations/compare";
import { refuseForeignAuth } from "@/lib/migrations/foreign-auth";
import { readLedger } from "@/lib/migrations/ledger";
import type { Migration } from "@/lib/migrations/migration";
import { requiredMigrations } from "@/lib/migrations/required";
import { migrationScript } from "@/lib/migrations/script";
import { confirm } from "./ask";
import { CommandError } from "./sentence";
import { type CommandDatabase, withDatabase } from "./with-database";

export function migrateCommand(): Command {
  return new Command("migrate")
    .description("show the SQL that prepares the database, ask, and apply it")
    .option("-y, --yes", "apply without asking")
    .action(({ yes = false }: { yes?: boolean }) => withDatabase((database) => migrate(database, yes)));
}

async function migrate({ config, engine }: CommandDatabase, isAgreed: boolean): Promise<void> {
  const client = await engine.pool.connect();
  try {
    const migrations = await requiredMigrations(config.mode, process.cwd());
    const { pending, changed, status } = compareMigrations(migrations, await readLedger(client));
    if (status === "newer") throw new CommandError(newerSentence);
    if (changed.length > 0) throw new CommandError(changedSentence(changed));
    if (pending.length === 0) return tell("The database is up to date: nothing to do.");
    if (config.mode === "postgres") await refuseForeignAuth(client);
    process.stdout.write(`${migrationScript(pending)}\n`);
    if (!isAgreed) await agree(config.databaseUrl ?? "", pending, config.mode);
    const applied = await applyMigrations(client, migrations);
    tell(`Applied ${applied.map(({ version, name }) => `${version} ${name}`).join(", ")}.`);
  } finally {
    client.release();
  }
}

async function agree(databaseUrl: string, pending: Migration[], mode: Mode): Promise<void> {
  const { host, pathname } = new URL(databaseUrl);
  const what = pending.length === 1 ? "this migration" : `these ${pending.length} migrations`;
  if (!process.stdin.isTTY) {
    throw new CommandError("Nothing was changed. Read the SQL above, then run the same command with --yes.");
  }
  const where = mode === "embedded" ? "the embedded database" : `${decodeURIComponent(pathname.slice(1))} at ${host}`;
  if (!(await confirm(`Apply ${what} to ${where}?`))) throw new CommandError("Nothing was changed.");
}

function tell(line: string): void {
  process.stderr.write(`${line}\n`);
}
