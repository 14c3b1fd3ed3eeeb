import { handleRoute } from "@/lib/auth/request-route";
import { getScan } from "@/lib/scans/get-scan";

export const GET = handleRoute<{ id: string }>((ctx, _request, { id }) => getScan(ctx, id));
