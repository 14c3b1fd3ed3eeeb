import type { Command } from "commander";
import type { Context } from "@/lib/auth/context";
import type { Tried } from "@/lib/probe-runs/record-results";
import { runProbes } from "@/lib/probe-runs/run-probes";
import { oneLine } from "../one-line";
import { type AsOptions, asOperator, operatorCommand, recordUse } from "./as-operator";

interface ProbeOptions extends AsOptions {
  json?: boolean;
}

/** `plumbline probe [NAME]`: tries what the database must accept and refuse, and rolls it back. */
export function probeCommand(): Command {
  return operatorCommand("probe")
    .description("try what the database must accept and refuse; exit 0 (green), 1 (red) or 2 (not checked)")
    .argument("[name]", "a playbook, or the code, id or name of one probe; all of them where it is not given")
    .option("--json", "write the results as JSON")
    .action((name: string | undefined, options: ProbeOptions) =>
      asOperator(options, (ctx) => probe(ctx, name ?? null, options)),
    );
}

async function probe(ctx: Context, name: string | null, { json }: ProbeOptions): Promise<number> {
  await recordUse(ctx, name === null ? "probe" : `probe ${name}`);
  const tried = await runProbes(ctx, { probe: name });
  process.stdout.write(json ? `${JSON.stringify(tried, null, 2)}\n` : formatTried(tried));
  if (tried.some(({ result }) => result.status === "red")) return 1;
  return tried.every(({ result }) => result.status === "green") ? 0 : 2;
}

function formatTried(tried: Tried[]): string {
  const lines = tried.flatMap(({ id, title, result: { status, message, statements } }) => [
    `${status.replace("_", " ").padEnd(11)}  ${title} (${id})`,
    ...(status === "green" ? [] : [`  ${message}`]),
    ...statements.flatMap(({ title: what, status: came, expected, actual }) =>
      came === "unexpected" ? [`  ${what}`, `    expected: ${expected}`, `    actual:   ${actual}`] : [],
    ),
  ]);
  return `${lines.map(oneLine).join("\n")}\n`;
}
