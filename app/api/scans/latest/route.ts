import { handleRoute } from "@/lib/auth/request-route";
import { getLatestScan } from "@/lib/scans/get-latest-scan";

export const GET = handleRoute((ctx) => getLatestScan(ctx));
