import { handleRoute } from "@/lib/auth/request-route";
import { exportAnswer } from "@/lib/exports/export-answer";
import { exportPlan } from "@/lib/exports/export-plan";

export const GET = handleRoute<{ id: string }>(async (ctx, request, { id }) =>
  exportAnswer(request, await exportPlan(ctx, id)),
);
