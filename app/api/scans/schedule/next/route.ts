import { handleRoute } from "@/lib/auth/request-route";
import { previewScanSchedule } from "@/lib/scans/preview-scan-schedule";

export const GET = handleRoute((ctx, request) => {
  const asked = new URL(request.url).searchParams;
  return previewScanSchedule(ctx, { cron: asked.get("cron"), timezone: asked.get("timezone") ?? undefined });
});
