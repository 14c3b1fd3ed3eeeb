import { Counter, collectDefaultMetrics, Gauge, Histogram, type OpenMetricsContentType, Registry } from "prom-client";

/** What this process counts, and what it is told of the database when somebody asks. */
interface ProcessMetrics {
  registry: Registry<OpenMetricsContentType>;
  calls: Counter<"route" | "method" | "status">;
  seconds: Histogram<"route" | "method">;
  rateLimited: Counter<"route">;
  connections: Gauge<"pool" | "state">;
}

// Next bundles this module more than once in a process; the symbol makes them count together.
const slot = Symbol.for("plumbline.metrics");
const shared = globalThis as { [slot]?: ProcessMetrics };

export function processMetrics(): ProcessMetrics {
  shared[slot] ??= make();
  return shared[slot];
}

function make(): ProcessMetrics {
  const registry = new Registry<OpenMetricsContentType>();
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
  collectDefaultMetrics({ register: registry });
  const registers = [registry];
  return {
    registry,
    calls: new Counter({
      name: "plumbline_requests",
      help: "Requests that were answered, by route and status; 500 and above are errors.",
      labelNames: ["route", "method", "status"],
      registers,
    }),
    seconds: new Histogram({
      name: "plumbline_request_seconds",
      help: "Time to the answer.",
      labelNames: ["route", "method"],
      buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
      registers,
    }),
    rateLimited: new Counter({
      name: "plumbline_rate_limited",
      help: "Calls that were refused because the caller had made as many as it may.",
      labelNames: ["route"],
      registers,
    }),
    connections: new Gauge({
      name: "plumbline_connections",
      help: "Connections of this process to the database, and requests that wait for one.",
      labelNames: ["pool", "state"],
      registers,
    }),
  };
}
