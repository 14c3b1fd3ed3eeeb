"use server";

import { handleAction } from "@/lib/auth/request-action";
import { startScan } from "@/lib/scans/start-scan";

export async function startScanAction() {
  return handleAction((ctx) => startScan(ctx));
}
