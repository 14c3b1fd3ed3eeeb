import type { Context } from "@/lib/auth/context";
import { listFindings } from "@/lib/findings/list-findings";
import type { FindingSummary } from "@/lib/findings/types";
import { oneLine } from "../one-line";
import { CommandError } from "../sentence";

export interface Wanted {
  finding?: string;
  check?: string;
  table?: string;
}

/** The one finding that is meant, by its id or by its check and table. */
export async function findWanted(ctx: Context, { finding, check, table }: Wanted): Promise<FindingSummary> {
  if (finding === undefined && (check === undefined || table === undefined)) {
    throw new CommandError("Say which finding: its id, or --check and --table.");
  }
  const all = await listFindings(ctx);
  const found =
    finding !== undefined ? all.filter(({ id }) => id === finding) : all.filter((one) => isMeant(one, check, table));
  const [only] = found;
  if (only && found.length === 1) return only;
  if (only) {
    const lines = found.map(({ id, targetLabel, message }) => oneLine(`  ${id}  ${targetLabel}: ${message}`));
    throw new CommandError(`There are ${found.length} such findings. Name one by its id:\n${lines.join("\n")}`);
  }
  throw new CommandError(
    `There is no finding ${finding ?? `${check} of ${table}`}. Findings come from a scan in the console, or their table or promise is gone.`,
  );
}

function isMeant(finding: FindingSummary, check: string | undefined, table: string | undefined): boolean {
  const { schemaName, tableName } = finding;
  return finding.check === check && (table === tableName || table === `${schemaName}.${tableName}`);
}
