"use server";

import { handleAction } from "@/lib/auth/request-action";
import { type CreateUndoPlanInput, createUndoPlan } from "@/lib/plans/create-undo-plan";
import { type CancelRunInput, cancelRun } from "@/lib/runs/cancel-run";
import { type PauseRunInput, pauseRun } from "@/lib/runs/pause-run";
import { type ResumeRunInput, resumeRun } from "@/lib/runs/resume-run";
import { type TakeOverRunInput, takeOverRun } from "@/lib/runs/take-over-run";
import { type VerifyAgainInput, verifyAgain } from "@/lib/runs/verify-again";

export async function previewUndoAction(input: CreateUndoPlanInput) {
  return handleAction((ctx) => createUndoPlan(ctx, input));
}

export async function pauseRunAction(input: PauseRunInput) {
  return handleAction((ctx) => pauseRun(ctx, input));
}

export async function resumeRunAction(input: ResumeRunInput) {
  return handleAction((ctx) => resumeRun(ctx, input));
}

export async function cancelRunAction(input: CancelRunInput) {
  return handleAction((ctx) => cancelRun(ctx, input));
}

export async function takeOverRunAction(input: TakeOverRunInput) {
  return handleAction((ctx) => takeOverRun(ctx, input));
}

export async function verifyRunAction(input: VerifyAgainInput) {
  return handleAction((ctx) => verifyAgain(ctx, input));
}
