import { handleRoute } from "@/lib/auth/request-route";
import { exportQuarantine } from "@/lib/quarantine/export-quarantine";

const types = { csv: "text/csv; charset=utf-8", json: "application/json; charset=utf-8" };

/** GET ?as= and the filters of the list: everything that fits, as a file that is written while it is read. */
export const GET = handleRoute(async (ctx, request) => {
  const { as, ...filter } = Object.fromEntries(new URL(request.url).searchParams);
  const { form, body } = await exportQuarantine(ctx, { as, filter });
  return new Response(body, {
    headers: {
      "content-type": types[form],
      "content-disposition": `attachment; filename="quarantine.${form}"`,
      "cache-control": "no-store",
    },
  });
});
