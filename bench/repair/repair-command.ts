import { writeFile } from "node:fs/promises";
import { Command } from "commander";
import { countOf, say, sizeOption } from "../options";
import { bootServer, givenServer } from "../server";
import { type Size, units } from "../sizes";
import { benchRepair } from "./bench-repair";
import { reportText } from "./report";

interface RepairOptions {
  size: Size;
  rounds: number;
  server?: string;
  json?: string;
}

/** `npm run bench -- repair` */
export function repairCommand(): Command {
  return new Command("repair")
    .description("Deleting orphans and adding a foreign key, against plain SQL, alone and beside four writers.")
    .addOption(sizeOption())
    .option("--rounds <count>", "how often each way is measured", countOf, 1)
    .option("--server <url>", "a PostgreSQL to measure on, which keeps the data for the next time")
    .option("--json <file>", "write the numbers there too")
    .action(async ({ size, rounds, server: given, json }: RepairOptions) => {
      const server = given ? givenServer(given) : await bootServer();
      try {
        const report = await benchRepair({ server, size, unit: units[size], rounds, idleMs: 5_000, say });
        process.stdout.write(`${reportText(report)}\n`);
        if (json) await writeFile(json, `${JSON.stringify(report, null, 2)}\n`);
      } finally {
        await server.stop();
      }
    });
}
