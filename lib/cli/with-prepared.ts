import { compareMigrations } from "@/lib/migrations/compare";
import { readLedger } from "@/lib/migrations/ledger";
import { requiredMigrations } from "@/lib/migrations/required";
import { CommandError } from "./sentence";
import { type CommandDatabase, withDatabase } from "./with-database";

/** Opens the database for the time of one command that needs Plumbline's own tables. */
export function withPrepared(work: (database: CommandDatabase) => Promise<void>): Promise<void> {
  return withDatabase(async (database) => {
    const migrations = await requiredMigrations(database.config.mode, process.cwd());
    const { status } = compareMigrations(migrations, await readLedger(database.engine.pool));
    if (status === "absent" || status === "older") {
      throw new CommandError("The database is not prepared: run `npm run -s plumbline -- migrate` first.");
    }
    await work(database);
  });
}
