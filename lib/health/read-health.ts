import { setTimeout as sleep } from "node:timers/promises";
import { getEngine } from "@/lib/db";
import { log } from "@/lib/log";
import { adminClient } from "@/lib/supabase/admin";
import { askApi } from "./ask-api";
import { askDatabase, nothingKnown } from "./ask-database";
import { problemsOf } from "./problems";
import type { DatabaseHealth, Health } from "./types";

const patienceMs = 1_500;
const apiPatienceMs = 300;
const goodForMs = 1_000;

let last: { health: Promise<Health>; at: number } | undefined;

/** Measured at most once a second, whoever asks how often, and answered within two. */
export function readHealth(): Promise<Health> {
  if (!last || performance.now() - last.at > goodForMs) last = { health: measureHealth(), at: performance.now() };
  return last.health;
}

export async function measureHealth(): Promise<Health> {
  const found = await look();
  const parts: Omit<Health, "status" | "problems"> = {
    ...(found ?? nothingKnown),
    database: found ? "ok" : "unavailable",
    api: found?.schema ? await askApi(adminClient, apiPatienceMs) : "not_asked",
  };
  const isWell = parts.database === "ok" && parts.api !== "unavailable";
  return { status: isWell ? "ok" : "unavailable", problems: problemsOf(parts), ...parts };
}

/** Null where there is no answer in time, or a failure, which the log tells of. */
async function look(): Promise<DatabaseHealth | null> {
  const waiting = new AbortController();
  const late = sleep(patienceMs, undefined, { signal: waiting.signal }).then(() => {
    throw new Error(`No answer within ${patienceMs} ms`);
  });
  try {
    return await Promise.race([askDatabase(getEngine(), patienceMs), late]);
  } catch (error) {
    log.warn({ err: error }, "the database does not answer the health check");
    return null;
  } finally {
    waiting.abort();
  }
}
