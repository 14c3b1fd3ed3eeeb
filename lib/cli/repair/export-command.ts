import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import type { Command } from "commander";
import type { Context } from "@/lib/auth/context";
import { exportPaths } from "@/lib/exports/export-paths";
import { exportPlan } from "@/lib/exports/export-plan";
import { exportRun } from "@/lib/exports/export-run";
import { exportRuns } from "@/lib/exports/export-runs";
import { oneScript } from "@/lib/exports/one-script";
import type { SqlExport } from "@/lib/exports/types";
import { CommandError } from "../sentence";
import { type AsOptions, asOperator, operatorCommand, orNull } from "./as-operator";

interface ExportOptions extends AsOptions {
  all?: boolean;
  output?: string;
  undo?: boolean;
}

/** `plumbline export RUN`: what was repaired here as migrations for the next database. Files are named against `directory`. */
export function exportCommand(directory: string): Command {
  return operatorCommand("export")
    .description("write a run, a plan, a playbook's runs or all runs as SQL migrations, and their undo")
    .argument("[what]", "the id of a run or a plan, or the name of a playbook")
    .option("--all", "every run that is in effect, in order")
    .option(
      "--output <directory>",
      "write supabase/migrations and supabase/undo there, instead of one script to standard output",
    )
    .option("--undo", "to standard output: the undo instead")
    .action((what: string | undefined, options: ExportOptions) =>
      asOperator(options, async (ctx) => {
        const exported = await read(ctx, what, options);
        if (options.output !== undefined) write(exported, path.resolve(directory, options.output));
        else process.stdout.write(oneScript(options.undo ? exported.undo : exported.migrations));
        return 0;
      }),
    );
}

async function read(ctx: Context, what: string | undefined, { all }: ExportOptions): Promise<SqlExport> {
  if ((what === undefined) === !all) throw new CommandError("Say what to export: a run, a plan, a playbook, or --all.");
  if (what === undefined) return exportRuns(ctx, null);
  if (!/^[0-9a-f-]{36}$/i.test(what)) return exportRuns(ctx, what);
  const found = (await orNull(exportRun(ctx, what))) ?? (await orNull(exportPlan(ctx, what)));
  if (!found) throw new CommandError(`There is no run and no plan ${what}.`);
  return found;
}

function write(exported: SqlExport, directory: string): void {
  try {
    for (const { name, text } of exportPaths(exported)) {
      const file = path.join(directory, name);
      mkdirSync(path.dirname(file), { recursive: true });
      writeFileSync(file, text);
      process.stdout.write(`${file}\n`);
    }
  } catch (cause) {
    throw new CommandError(`${directory} cannot be written: give --output a directory that you may write to.`, {
      cause,
    });
  }
}
