"use server";

import { handleAction } from "@/lib/auth/request-action";
import { type CreateUndoPlanInput, createUndoPlan } from "@/lib/plans/create-undo-plan";

export async function previewUndoAction(input: CreateUndoPlanInput) {
  return handleAction((ctx) => createUndoPlan(ctx, input));
}
