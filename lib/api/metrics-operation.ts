import { z } from "zod";
import { defineOperation } from "./operation";

export const metricsOperation = defineOperation({
  id: "readMetrics",
  method: "get",
  path: "/api/metrics",
  scope: "metrics:read",
  summary: "The metrics of this process and of its database, as OpenMetrics.",
  output: z.string(),
  mediaType: "application/openmetrics-text; version=1.0.0; charset=utf-8",
});
