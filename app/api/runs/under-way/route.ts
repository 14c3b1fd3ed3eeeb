import { handleRoute } from "@/lib/auth/request-route";
import { listUnderWay } from "@/lib/runs/list-under-way";

export const GET = handleRoute((ctx) => listUnderWay(ctx));
