import { handleRoute } from "@/lib/auth/request-route";
import { getQuarantinedRow } from "@/lib/quarantine/get-quarantined-row";

export const GET = handleRoute<{ id: string }>((ctx, _request, { id }) => getQuarantinedRow(ctx, id));
