import { handleRoute } from "@/lib/auth/request-route";
import { exportAnswer } from "@/lib/exports/export-answer";
import { exportRuns } from "@/lib/exports/export-runs";

export const GET = handleRoute(async (ctx, request) => exportAnswer(request, await exportRuns(ctx, null)));
