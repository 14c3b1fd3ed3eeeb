import { workerSilenceSeconds } from "./ask-database";
import type { Health } from "./types";

/** What somebody should look at, and where. */
export function problemsOf(health: Omit<Health, "status" | "problems">): string[] {
  const { database, api, schema, workers, lastScan, failingErrors, openScopes } = health;
  if (database === "unavailable") return ["The database does not answer."];
  if (schema === null)
    return ["The database is not prepared for this version: open the console to see what is missing."];
  const problems: (string | false)[] = [
    api === "unavailable" && "The Supabase API does not answer.",
    workers?.alive === 0 &&
      `No worker has said for ${workerSilenceSeconds} seconds that it is there: scans and runs wait.`,
    lastScan === null && "The database was never scanned.",
    lastScan?.status === "failed" && "The last scan failed.",
    failingErrors === 1 && "1 finding of the severity error fails.",
    failingErrors !== null && failingErrors > 1 && `${failingErrors} findings of the severity error fail.`,
    openScopes.length > 0 && `Callers without an API key may use ${new Intl.ListFormat("en").format(openScopes)}.`,
  ];
  return problems.filter((problem) => problem !== false);
}
