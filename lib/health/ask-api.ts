import type { SupabaseClient } from "@supabase/supabase-js";
import { log } from "@/lib/log";
import type { Health } from "./types";

const askEveryMs = 5_000;
const timeoutMs = 5_000;

let asking: Promise<void> | null = null;
let askedAt = Number.NEGATIVE_INFINITY;
let answer: Health["api"] = "not_asked";

/**
 * How the Supabase API did when it was last asked, every five seconds at most: for one row, with the key, as the console
 * asks. Its first answer reads the whole schema and may take its time, for which nobody waits here.
 */
export async function askApi(client: () => SupabaseClient, waitMs: number): Promise<Health["api"]> {
  if (!asking && performance.now() - askedAt > askEveryMs) {
    askedAt = performance.now();
    asking = ask(client).finally(() => {
      asking = null;
    });
  }
  if (asking) await Promise.race([asking, new Promise((resolve) => setTimeout(resolve, waitMs).unref())]);
  return answer;
}

async function ask(client: () => SupabaseClient): Promise<void> {
  try {
    const late = AbortSignal.timeout(timeoutMs);
    const overdue = new Promise<never>((_, reject) => late.addEventListener("abort", () => reject(late.reason)));
    const { error } = await Promise.race([client().from("error_logs").select("id").limit(1), overdue]);
    if (error) throw new Error(`The Supabase API answered: ${error.message}`);
    answer = "ok";
  } catch (error) {
    log.warn({ err: error }, "the Supabase API does not answer the health check");
    answer = "unavailable";
  }
}
