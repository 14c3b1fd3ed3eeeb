import type { Command } from "commander";
import type { Context } from "@/lib/auth/context";
import { getFinding } from "@/lib/findings/get-finding";
import { createPlan } from "@/lib/plans/create-plan";
import { getPlan } from "@/lib/plans/get-plan";
import type { OfferedRepair } from "@/lib/plans/types";
import { oneLine } from "../one-line";
import { CommandError } from "../sentence";
import { type AsOptions, asOperator, operatorCommand } from "./as-operator";
import { findWanted, type Wanted } from "./find-finding";
import { formatPlan, formatPlanSql } from "./format-plan";
import { parseJson, parseOnly } from "./parse-json";

interface PlanOptions extends AsOptions, Omit<Wanted, "finding"> {
  repair?: string;
  input: string;
  only?: string;
  json?: boolean;
  sql?: boolean;
}

/** `plumbline plan FINDING`: previews a repair and stores the preview, as the finding's page does. */
export function planCommand(): Command {
  return operatorCommand("plan")
    .description("preview a repair; exit 0 (nothing to change), 1 (a plan with changes) or 2 (not possible)")
    .argument("[finding]", "the id of the finding")
    .option("--check <code>", "instead of the id: the check of the finding")
    .option("--table <name>", "and its table, with or without its schema")
    .option("--repair <code>", "which repair; the first that is possible where it is not given")
    .option("--input <json>", "the choices that the repair asks for", "{}")
    .option("--only <json>", "only these rows of the finding: a list of their keys")
    .option("--json", "write the plan as JSON")
    .option("--sql", "write the statements only")
    .action((finding: string | undefined, options: PlanOptions) =>
      asOperator(options, (ctx) => plan(ctx, { ...options, finding })),
    );
}

async function plan(ctx: Context, options: PlanOptions & Wanted): Promise<number> {
  const found = await findWanted(ctx, options);
  const { repairs } = await getFinding(ctx, found.id);
  const { repair } = choose(repairs, options.repair);
  const { planId } = await createPlan(ctx, {
    findingId: found.id,
    repair,
    input: parseJson("--input", options.input),
    narrowing: parseOnly(options.only),
  });
  const made = await getPlan(ctx, planId);
  if (options.json) process.stdout.write(`${JSON.stringify(made, null, 2)}\n`);
  else process.stdout.write(options.sql ? formatPlanSql(made) : `${oneLine(found.message)}\n${formatPlan(made)}`);
  if (made.willChange === 0) return 0;
  process.stderr.write(`To run it within the hour: plumbline run ${planId}\n`);
  return 1;
}

function choose(offers: OfferedRepair[], wanted: string | undefined): OfferedRepair {
  if (offers.length === 0)
    throw new CommandError("Nothing repairs this finding by itself: see its page in the console.");
  const chosen =
    wanted === undefined
      ? offers.find(({ refusal }) => refusal === null)
      : offers.find(({ repair }) => repair === wanted);
  if (chosen) return chosen;
  const list = offers
    .map(({ repair, title, refusal }) => oneLine(`  ${repair}: ${refusal?.reason ?? title}`))
    .join("\n");
  throw new CommandError(
    `${wanted === undefined ? "No repair is possible now" : `${wanted} is no repair of it`}:\n${list}`,
  );
}
