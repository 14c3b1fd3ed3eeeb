import { inlineParameters } from "@/lib/findings/inline-parameters";
import type { Plan } from "@/lib/plans/types";
import { oneLine } from "../one-line";

/** The preview as text: what changes, what it locks, what else it touches, and how to go on. */
export function formatPlan(plan: Plan): string {
  const { repairTitle, summary, form, willChange, skipped, effects, steps, sample } = plan;
  const counts = form === "rows" ? [`${willChange} rows change, ${plan.unchanged} stay, ${skipped} are skipped`] : [];
  const locks = new Set(
    steps.map(({ lock }) => `${lock.mode} on ${lock.table.schema}.${lock.table.name}: ${lock.effect}`),
  );
  const lines = [
    `${repairTitle} · ${plan.schemaName}.${plan.tableName}`,
    summary,
    ...counts,
    ...effects,
    "",
    "Steps",
    ...steps.map(({ position, title }) => `  ${position}. ${title}`),
    "Locks",
    ...[...locks].map((lock) => `  ${lock}`),
    ...(sample.length > 0 ? ["Sample", ...sample.slice(0, 5).map(sampleLine)] : []),
  ];
  return `${lines.map(oneLine).join("\n")}\n`;
}

/** The statements as they will run, with their values written out. */
export function formatPlanSql({ steps }: Plan): string {
  return steps
    .map(({ position, title, statement }) => `-- ${position}. ${title}\n${inlineParameters(statement)};\n`)
    .join("\n");
}

function sampleLine({ key, outcome, reason, before, after }: Plan["sample"][number]): string {
  const name = Object.entries(key)
    .map(([column, value]) => `${column} ${value}`)
    .join(", ");
  if (outcome !== "change") return `  ${name}: ${reason ?? outcome}`;
  if (after === null) return `  ${name}: removed`;
  if (before === null) return `  ${name}: made`;
  const changed = Object.keys(after).filter((column) => after[column] !== before[column]);
  if (changed.length === 0) return `  ${name}: stays as it is`;
  return `  ${name}: ${changed.map((column) => `${column} ${before[column] ?? "NULL"} → ${after[column] ?? "NULL"}`).join(", ")}`;
}
