import path from "node:path";
import { Command, Option } from "commander";
import { checkCodes } from "@/lib/checks/codes";
import { CommandError } from "../sentence";
import { type FailOn, failOns } from "./exit-code";

export const formats = ["text", "json", "junit", "sarif"] as const;
export type Format = (typeof formats)[number];

/** What was asked for on the command line, files as whole paths. */
export interface ScanOptions {
  databaseUrl: string | null;
  schemas: string[];
  checks: string[];
  skipped: string[];
  failOn: FailOn;
  baseline: string | null;
  format: Format;
  output: string | null;
}

interface Given extends Pick<ScanOptions, "failOn" | "format"> {
  databaseUrl?: string;
  schema: string[];
  check: string[];
  skipCheck: string[];
  baseline?: string;
  output?: string;
}

const several = (value: string, before: string[]) => [...before, value];

/** The command with its options and nothing to do yet. */
export function describeScan(): Command {
  return new Command("scan")
    .description("check the database once and write what was found; exit 0, 1 (findings) or 2 (not all was checked)")
    .option("--database-url <url>", "the database to check; DATABASE_URL where it is not given")
    .option("--schema <name>", "only tables of this schema; may be given several times", several, [])
    .option("--check <code>", "only this check; may be given several times", several, [])
    .option("--skip-check <code>", "leave this check out; may be given several times", several, [])
    .addOption(
      new Option("--fail-on <severity>", "the least severity that makes the scan fail")
        .choices(failOns)
        .default("warning"),
    )
    .option("--baseline <file>", "the JSON of an earlier scan: what it found does not fail")
    .addOption(new Option("--format <format>", "how to write it").choices(formats).default("text"))
    .option("--output <file>", "where to write it, instead of standard output");
}

/** Reads the options; `directory` is where the person stands. */
export function readScanOptions(given: Given, directory: string): ScanOptions {
  const unknown = [...given.check, ...given.skipCheck].find((code) => !checkCodes.some((known) => known === code));
  if (unknown !== undefined) {
    throw new CommandError(`There is no check ${unknown}: \`plumbline checks\` lists them all.`);
  }
  if (given.check.length > 0 && given.check.every((code) => given.skipCheck.includes(code))) {
    throw new CommandError("Nothing is left to check: --skip-check leaves out all that --check names.");
  }
  const whole = (file: string | undefined) => (file === undefined ? null : path.resolve(directory, file));
  return {
    databaseUrl: given.databaseUrl ?? null,
    schemas: given.schema,
    checks: given.check,
    skipped: given.skipCheck,
    failOn: given.failOn,
    baseline: whole(given.baseline),
    format: given.format,
    output: whole(given.output),
  };
}
