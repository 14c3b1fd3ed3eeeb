"use server";

import { handleAction } from "@/lib/auth/request-action";
import { type DryRunInput, dryRunCheck } from "@/lib/custom-checks/dry-run";
import { type RemoveCheckInput, removeCheck } from "@/lib/custom-checks/remove-check";
import { type SaveCheckInput, saveCheck } from "@/lib/custom-checks/save-check";
import { type SetScanScheduleInput, setScanSchedule } from "@/lib/scans/set-scan-schedule";
import { type TakeBaselineInput, takeBaseline } from "@/lib/triage/take-baseline";

export async function dryRunCheckAction(input: DryRunInput) {
  return handleAction((ctx) => dryRunCheck(ctx, input));
}

export async function saveCheckAction(input: SaveCheckInput) {
  return handleAction((ctx) => saveCheck(ctx, input));
}

export async function removeCheckAction(input: RemoveCheckInput) {
  return handleAction((ctx) => removeCheck(ctx, input));
}

export async function takeBaselineAction(input: TakeBaselineInput) {
  return handleAction((ctx) => takeBaseline(ctx, input));
}

export async function setScanScheduleAction(input: SetScanScheduleInput) {
  return handleAction((ctx) => setScanSchedule(ctx, input));
}
