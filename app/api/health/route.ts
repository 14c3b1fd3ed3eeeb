import { readHealth } from "@/lib/health/read-health";

export const dynamic = "force-dynamic";

/** For load balancers and container health checks: open to everybody, so it names nothing and nobody. */
export async function GET(): Promise<Response> {
  const health = await readHealth();
  return Response.json(health, {
    status: health.status === "ok" ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
}
