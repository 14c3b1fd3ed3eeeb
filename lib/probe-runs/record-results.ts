import { type Actor, emit } from "@/lib/audit/emit";
import { type Engine, inTransaction } from "@/lib/db";
import type { ProbeStatus, ScenarioResult } from "@/lib/probes/types";
import { storeResult } from "./store-result";
import type { ProbeCause } from "./types";

export interface Tried {
  id: string;
  title: string;
  result: ScenarioResult;
}

/** Keeps what several trials came to, with one entry in the audit history. */
export async function recordResults(
  engine: Engine,
  tried: Tried[],
  { actor, cause, runId }: { actor: Actor; cause: ProbeCause; runId?: string },
): Promise<void> {
  if (tried.length === 0) return;
  const limits = { lockTimeoutMs: 2_000, statementTimeoutMs: 10_000 };
  await inTransaction(engine.db, limits, async (trx) => {
    for (const { id, result } of tried) await storeResult(trx, id, result, { actor: actor.email, cause, runId });
    await emit(trx, {
      action: "probe.run",
      actor,
      severity: tried.some(({ result }) => result.status === "red") ? "warning" : "info",
      message: sentenceOf(tried),
      details: {
        cause,
        ...(runId && { run: runId }),
        probes: tried.map(({ id, result: { status, message } }) => ({ id, status, message })),
      },
    });
  });
}

function sentenceOf(tried: Tried[]): string {
  const [only] = tried;
  if (only && tried.length === 1) return `The probe “${only.title}” was tried: ${words[only.result.status]}.`;
  const counts = Object.entries(words).map(([status, word]) => {
    const n = tried.filter(({ result }) => result.status === status).length;
    return `${n} ${word}`;
  });
  return `${tried.length} probes were tried: ${counts.join(", ")}.`;
}

const words: Record<ProbeStatus, string> = { green: "green", red: "red", not_checked: "not checked" };
