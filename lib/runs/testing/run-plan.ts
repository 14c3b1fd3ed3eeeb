import { createEngine } from "@/lib/db";
import { getPlan } from "@/lib/plans/get-plan";
import { contextAs } from "@/lib/testing/context";
import { startRun } from "../start-run";
import { workOnRun } from "../work-on-run";

// A server process of its own, to be killed: begins the run of a plan, says so, works on it, and stays.
const [url = "", planId = "", leaseMs = ""] = process.argv.slice(2);
const engine = createEngine(url);
const ctx = contextAs("operator", engine);
const { hash, confirmation } = await getPlan(ctx, planId);
const phrase = confirmation.phrase ?? undefined;
const { runId } = await startRun(ctx, { planId, hash, reason: "about to be killed", phrase });
process.stdout.write(`${runId}\n`);
void workOnRun(engine, runId, { leaseMs: Number(leaseMs) });
setInterval(() => undefined, 60_000);
