import { type Command, InvalidArgumentError } from "commander";
import type { Context } from "@/lib/auth/context";
import { listRuns } from "@/lib/runs/list-runs";
import type { RunSummary } from "@/lib/runs/types";
import { oneLine } from "../one-line";
import { type AsOptions, asOperator, operatorCommand } from "./as-operator";

interface RunsOptions extends AsOptions {
  limit: number;
  json?: boolean;
}

/** `plumbline runs`: what was run, newest first. */
export function runsCommand(): Command {
  return operatorCommand("runs")
    .description("list runs, newest first")
    .option("--limit <n>", "how many, up to 100", toLimit, 30)
    .option("--json", "write them as JSON")
    .action((options: RunsOptions) => asOperator(options, (ctx) => runs(ctx, options)));
}

async function runs(ctx: Context, { limit, json }: RunsOptions): Promise<number> {
  const page = await listRuns(ctx, { limit });
  if (json) process.stdout.write(`${JSON.stringify(page.runs, null, 2)}\n`);
  else for (const run of page.runs) process.stdout.write(`${oneLine(line(run))}\n`);
  if (page.runs.length === 0) process.stderr.write("Nothing has been run yet.\n");
  return 0;
}

function line({
  id,
  status,
  startedAt,
  repair,
  schemaName,
  tableName,
  changed,
  skipped,
  actor,
  undoneBy,
}: RunSummary): string {
  const counts = `${changed} changed${skipped > 0 ? `, ${skipped} skipped` : ""}`;
  const undone = undoneBy ? `  undone by ${undoneBy}` : "";
  return `${id}  ${startedAt.slice(0, 19)}Z  ${status.padEnd(11)}  ${repair} ${schemaName}.${tableName}  ${counts}  ${actor}${undone}`;
}

function toLimit(text: string): number {
  const limit = Number(text);
  if (Number.isInteger(limit) && limit >= 1 && limit <= 100) return limit;
  throw new InvalidArgumentError("Give a number between 1 and 100.");
}
