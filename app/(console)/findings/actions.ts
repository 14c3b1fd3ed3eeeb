"use server";

import { handleAction } from "@/lib/auth/request-action";
import { type CreatePlanInput, createPlan } from "@/lib/plans/create-plan";
import { type DismissFindingInput, dismissFinding } from "@/lib/triage/dismiss-finding";
import { type RestoreFindingInput, restoreFinding } from "@/lib/triage/restore-finding";

export async function previewRepairAction(input: CreatePlanInput) {
  return handleAction((ctx) => createPlan(ctx, input));
}

export async function dismissFindingAction(input: DismissFindingInput) {
  return handleAction((ctx) => dismissFinding(ctx, input));
}

export async function restoreFindingAction(input: RestoreFindingInput) {
  return handleAction((ctx) => restoreFinding(ctx, input));
}
