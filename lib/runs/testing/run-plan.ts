import { createEngine } from "@/lib/db";
import { getPlan } from "@/lib/plans/get-plan";
import { contextAs } from "@/lib/testing/context";
import { startRun } from "../start-run";

// A server process of its own, to be killed: begins the run of a plan, says so, and stays.
const [url = "", planId = ""] = process.argv.slice(2);
const ctx = contextAs("operator", createEngine(url));
const { hash } = await getPlan(ctx, planId);
const { runId } = await startRun(ctx, { planId, hash, reason: "about to be killed" });
process.stdout.write(`${runId}\n`);
setInterval(() => undefined, 60_000);
