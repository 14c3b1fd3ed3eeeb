"use server";

import { handleAction } from "@/lib/auth/request-action";
import { type CreatePlanInput, createPlan } from "@/lib/plans/create-plan";

export async function previewRepairAction(input: CreatePlanInput) {
  return handleAction((ctx) => createPlan(ctx, input));
}
