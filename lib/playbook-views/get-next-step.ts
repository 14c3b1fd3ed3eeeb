import type { Context } from "@/lib/auth/context";
import { listUnderWay } from "@/lib/runs/list-under-way";
import { getPlaybook } from "./get-playbook";
import { type NextStep, nextStep } from "./next-step";

export interface ChainState {
  slug: string;
  title: string;
  /** Steps that apply to this database, and how many of them are done. */
  total: number;
  done: number;
  next: NextStep;
  /** The run that mends the next step already. */
  runId: string | null;
}

/** How far a playbook is and where it goes on; asked anew after every step, because each changes what the next can do. */
export async function getNextStep(ctx: Context, slug: unknown): Promise<ChainState> {
  const playbook = await getPlaybook(ctx, slug);
  const steps = playbook.steps.filter(({ state }) => state !== "absent");
  const next = nextStep(playbook.steps);
  const runs = next.kind === "repair" ? await listUnderWay(ctx) : [];
  const run = runs.find((one) => next.kind === "repair" && one.findingId === next.findingId && one.undoOf === null);
  return {
    slug: playbook.slug,
    title: playbook.title,
    total: steps.length,
    done: steps.filter(({ state }) => state === "done").length,
    next,
    runId: run?.id ?? null,
  };
}
