"use server";

import { handleAction } from "@/lib/auth/request-action";
import { type DryRunProbeInput, dryRunProbe } from "@/lib/probe-runs/dry-run-probe";
import { type SetProbeScheduleInput, setProbeSchedule } from "@/lib/probe-runs/probe-schedule";
import { type RemoveProbeInput, removeProbe } from "@/lib/probe-runs/remove-probe";
import { type RunProbesInput, runProbes } from "@/lib/probe-runs/run-probes";
import { type SaveProbeInput, saveProbe } from "@/lib/probe-runs/save-probe";

export async function runProbesAction(input: RunProbesInput) {
  return handleAction((ctx) => runProbes(ctx, input));
}

export async function dryRunProbeAction(input: DryRunProbeInput) {
  return handleAction((ctx) => dryRunProbe(ctx, input));
}

export async function saveProbeAction(input: SaveProbeInput) {
  return handleAction((ctx) => saveProbe(ctx, input));
}

export async function removeProbeAction(input: RemoveProbeInput) {
  return handleAction((ctx) => removeProbe(ctx, input));
}

export async function setProbeScheduleAction(input: SetProbeScheduleInput) {
  return handleAction((ctx) => setProbeSchedule(ctx, input));
}
