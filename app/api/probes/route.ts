import { handleRoute } from "@/lib/auth/request";
import { listProbes } from "@/lib/probe-runs/list-probes";

export const GET = handleRoute((ctx, request) => listProbes(ctx, new URL(request.url).searchParams.get("playbook")));
