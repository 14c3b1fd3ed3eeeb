import { handleRoute } from "@/lib/auth/request-route";
import { exportAnswer } from "@/lib/exports/export-answer";
import { exportRun } from "@/lib/exports/export-run";

export const GET = handleRoute<{ id: string }>(async (ctx, request, { id }) =>
  exportAnswer(request, await exportRun(ctx, id)),
);
