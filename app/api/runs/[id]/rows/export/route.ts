import { handleRoute } from "@/lib/auth/request-route";
import { exportLeftRows } from "@/lib/runs/export-left-rows";

/** GET ?kind= : all of them, as a file that is written while it is read. */
export const GET = handleRoute<{ id: string }>(async (ctx, request, { id }) => {
  const { kind } = Object.fromEntries(new URL(request.url).searchParams);
  return new Response(exportLeftRows(ctx, { runId: id, kind }), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="run-${id}-rows-left.csv"`,
      "cache-control": "no-store",
    },
  });
});
