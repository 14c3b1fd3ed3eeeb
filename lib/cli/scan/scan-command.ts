import { writeFileSync } from "node:fs";
import type { Command } from "commander";
import { databaseSentence, type Engine, isConnectionLost, sqlState } from "@/lib/db";
import { hidePasswords } from "@/lib/log";
import type { ScanLimits } from "@/lib/scans/scan-limits";
import { oneLine } from "../one-line";
import { CommandError, sentenceOf } from "../sentence";
import { type IsKnown, readBaseline } from "./baseline";
import { exitCodeOf } from "./exit-code";
import { formatJunit } from "./format-junit";
import { formatSarif } from "./format-sarif";
import { formatText } from "./format-text";
import { measureDatabase } from "./measure-database";
import { progressOn } from "./progress";
import { reportOf, type ScanReport } from "./report";
import { withScanEngine } from "./scan-engine";
import { describeScan, readScanOptions, type ScanOptions } from "./scan-options";

export interface CommandPlace {
  /** Where the person stands, against which files are named. */
  directory: string;
  version: string;
}

/** `plumbline scan`: the same engine as the console's, without a browser and without anything left in the database. */
export function scanCommand(place: CommandPlace): Command {
  return describeScan()
    .exitOverride(({ exitCode }) => process.exit(exitCode === 0 ? 0 : 2))
    .action(async (given) => {
      const stop = new AbortController();
      const interrupt = () => stop.abort(new CommandError("The scan was stopped before it was done."));
      process.once("SIGINT", interrupt).once("SIGTERM", interrupt);
      try {
        const options = readScanOptions(given, place.directory);
        const isKnown = readBaseline(options.baseline);
        await withScanEngine(options.databaseUrl, async (engine, limits) => {
          process.exitCode = await scan(engine, { ...place, options, limits, isKnown, signal: stop.signal });
        });
      } catch (error) {
        process.stderr.write(`${failureSentence(error)}\n`);
        process.exitCode = 2;
      } finally {
        process.off("SIGINT", interrupt).off("SIGTERM", interrupt);
      }
    });
}

interface Scanning extends CommandPlace {
  options: ScanOptions;
  limits: ScanLimits;
  isKnown: IsKnown;
  signal: AbortSignal;
}

async function scan(engine: Engine, { options, limits, isKnown, signal, directory, version }: Scanning) {
  const { schemas, checks, skipped } = options;
  const progress = progressOn(process.stderr);
  try {
    const wanted = { schemas, checks, skipped, limits, signal, root: directory, onTable: progress.show };
    const report = reportOf(await measureDatabase(engine, wanted));
    progress.clear();
    write(textOf(report, options, isKnown, version), options.output);
    return exitCodeOf(report, isKnown, options.failOn);
  } finally {
    progress.clear();
  }
}

function textOf(report: ScanReport, { format }: ScanOptions, isKnown: IsKnown, version: string): string {
  switch (format) {
    case "text":
      return formatText(report, isKnown);
    case "json":
      return `${JSON.stringify(report, null, 2)}\n`;
    case "junit":
      return formatJunit(report, isKnown);
    case "sarif":
      return formatSarif(report, isKnown, version);
  }
}

function write(text: string, file: string | null): void {
  if (file === null) {
    process.stdout.write(text);
    return;
  }
  try {
    writeFileSync(file, text);
  } catch (cause) {
    throw new CommandError(`${file} cannot be written: give --output a file in a directory that you may write to.`, {
      cause,
    });
  }
}

function failureSentence(error: unknown): string {
  const foreseen = sentenceOf(error);
  if (foreseen !== null) return foreseen;
  if (sqlState(error) !== null || isConnectionLost(error))
    return oneLine(`The database could not be scanned. ${databaseSentence(error)}`);
  return hidePasswords(error instanceof Error ? (error.stack ?? error.message) : String(error));
}
