import { writeFile } from "node:fs/promises";
import { Command } from "commander";
import { countOf, say, sizeOption } from "../options";
import { bootServer, givenServer } from "../server";
import { type Size, units } from "../sizes";
import { benchScan } from "./bench-scan";
import { reportText } from "./report";

interface ScanOptions {
  size: Size;
  rounds: number;
  server?: string;
  json?: string;
}

/** `npm run bench -- scan` */
export function scanCommand(): Command {
  return new Command("scan")
    .description("A full scan and an unchanged one, against plain SQL and against one query per check.")
    .addOption(sizeOption())
    .option("--rounds <count>", "how often each way is measured", countOf, 3)
    .option("--server <url>", "a PostgreSQL to measure on, which keeps the data for the next time")
    .option("--json <file>", "write the numbers there too")
    .action(async ({ size, rounds, server: given, json }: ScanOptions) => {
      const server = given ? givenServer(given) : await bootServer();
      try {
        const report = await benchScan({ server, size, unit: units[size], rounds, say });
        process.stdout.write(`${reportText(report)}\n`);
        if (json) await writeFile(json, `${JSON.stringify(report, null, 2)}\n`);
      } finally {
        await server.stop();
      }
    });
}
