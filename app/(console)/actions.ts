"use server";

import { handleAction } from "@/lib/auth/request-action";
import { type CancelScanInput, cancelScan } from "@/lib/scans/cancel-scan";
import { startScan } from "@/lib/scans/start-scan";

export async function cancelScanAction(input: CancelScanInput) {
  return handleAction((ctx) => cancelScan(ctx, input));
}

export async function startScanAction() {
  return handleAction((ctx) => startScan(ctx));
}
