import { processMetrics } from "./process-metrics";

/** Counts an answer and the time it took; says nothing of who asked. `route` is the pattern, never the address. */
export async function counted(
  { method }: Request,
  route: () => string,
  answer: () => Promise<Response>,
): Promise<Response> {
  const begun = performance.now();
  const response = await answer();
  const { calls, seconds, rateLimited } = processMetrics();
  const labels = { route: route(), method };
  calls.inc({ ...labels, status: response.status });
  seconds.observe(labels, (performance.now() - begun) / 1000);
  if (response.status === 429) rateLimited.inc({ route: labels.route });
  return response;
}
