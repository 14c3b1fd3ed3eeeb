import { handleRoute } from "@/lib/auth/request";
import { getProbeSchedule } from "@/lib/probe-runs/probe-schedule";

export const GET = handleRoute((ctx) => getProbeSchedule(ctx));
