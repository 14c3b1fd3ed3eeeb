"use server";

import { handleAction } from "@/lib/auth/request-action";
import { type PurgeRunInput, purgeRun } from "@/lib/quarantine/purge-run";
import { type SetRetentionInput, setRetention } from "@/lib/quarantine/set-retention";

export async function setRetentionAction(input: SetRetentionInput) {
  return handleAction((ctx) => setRetention(ctx, input));
}

export async function purgeRunAction(input: PurgeRunInput) {
  return handleAction((ctx) => purgeRun(ctx, input));
}
