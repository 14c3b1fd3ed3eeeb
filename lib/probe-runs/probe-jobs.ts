import { system } from "@/lib/audit/emit";
import type { Engine } from "@/lib/db";
import type { Handlers } from "@/lib/jobs/worker";
import { recordResults } from "./record-results";
import { tryAll } from "./try-all";

/** What a worker does when probes are due. */
export function probeHandlers(engine: Engine) {
  return {
    "scheduled-probes": async () => {
      await recordResults(engine, await tryAll(engine, null), { actor: system, cause: "schedule" });
    },
  } satisfies Handlers;
}
