import { callerRoute } from "@/lib/api/caller-route";
import { metricsOperation } from "@/lib/api/metrics-operation";
import { readMetrics } from "@/lib/metrics/read-metrics";

export const GET = callerRoute(metricsOperation, ({ engine }) => readMetrics(engine));
