"use server";

import { handleAction } from "@/lib/auth/request-action";
import { type StartRunInput, startRun } from "@/lib/runs/start-run";

export async function applyPlanAction(input: StartRunInput) {
  return handleAction((ctx) => startRun(ctx, input));
}
