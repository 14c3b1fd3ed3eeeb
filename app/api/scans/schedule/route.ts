import { handleRoute } from "@/lib/auth/request-route";
import { getScanSchedule } from "@/lib/scans/get-scan-schedule";

export const GET = handleRoute((ctx) => getScanSchedule(ctx));
