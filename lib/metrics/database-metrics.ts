import { Counter, Gauge, type OpenMetricsContentType, Registry } from "prom-client";
import { queues } from "@/lib/jobs/queues";
import { runEdges } from "@/lib/runner/run-states";
import type { DatabaseCounts } from "./ask-database";

const scanStates = ["running", "cancelling", "cancelled", "succeeded", "failed"];
const severities = ["error", "warning", "info"];

/** One answer of the database as metrics. A state that nothing is in is a zero, so that alerts need not know of it. */
export function databaseMetrics(counts: DatabaseCounts): Registry<OpenMetricsContentType> {
  const registry = new Registry<OpenMetricsContentType>();
  registry.setContentType(Registry.OPENMETRICS_CONTENT_TYPE);
  const registers = [registry];
  const gauge = <Label extends string>(name: string, help: string, ...labelNames: Label[]) =>
    new Gauge({ name, help, labelNames, registers });

  const runs = gauge("plumbline_runs", "Runs by state.", "state");
  for (const state of Object.keys(runEdges)) runs.set({ state }, 0);
  for (const { status: state, count } of counts.runs) runs.set({ state }, count);

  const scans = gauge("plumbline_scans", "Scans by state.", "state");
  for (const state of scanStates) scans.set({ state }, 0);
  for (const { status: state, count } of counts.scans) scans.set({ state }, count);

  const jobs = gauge("plumbline_jobs", "Jobs that wait for a worker, or that one has.", "queue", "state");
  for (const queue of Object.keys(queues)) for (const state of ["waiting", "active"]) jobs.set({ queue, state }, 0);
  for (const { queue, state, count } of counts.jobs) jobs.set({ queue, state }, count);

  const failing = gauge("plumbline_failing_findings", "Findings that fail, by severity.", "severity");
  for (const severity of severities) failing.set({ severity }, 0);
  for (const { severity, count } of counts.failing) failing.set({ severity }, count);

  new Counter({ name: "plumbline_rows_changed", help: "Rows that runs changed.", registers }).inc(counts.rowsChanged);
  return registry;
}
