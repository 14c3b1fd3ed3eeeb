import { log } from "@/lib/log";
import { errorTypeOf } from "./error-types";
import { maskSecrets, maskSecretsOf } from "./mask-secrets";
import type { ServicesContext } from "./services-context";

/** What supabase-js answers when a save failed. */
export interface SaveFailure {
  code?: string;
  message: string;
  details?: string | null;
  hint?: string | null;
}

export interface FailedSave {
  table: string;
  /** What should have been saved. */
  record: Record<string, unknown>;
  /** The status of the Supabase API's answer. */
  status: number;
  failure: SaveFailure;
  /** `error_logs.error_type` and the message; by PostgreSQL's code and in its words where absent. */
  type?: string;
  message?: string;
}

/** What the database said. It lists the row with columns that nobody sent, as another system's token: what was sent is in the record. */
export function withoutSecrets({ record, failure }: FailedSave): SaveFailure {
  const { code, message, details = null, hint = null } = failure;
  const told = details?.replace(/^Failing row contains .*$/s, "Failing row contains (…).") ?? null;
  return maskSecretsOf(record, { code, message, details: told, hint });
}

/** Writes a save that failed to `error_logs`, with the record. False where even that failed: then the process's log has it. */
export async function recordFailure(
  { client, name, requestId }: ServicesContext,
  failed: FailedSave,
): Promise<boolean> {
  const { table, record, status, failure, type, message } = failed;
  const { code } = failure;
  const masked = maskSecrets(record);
  const row = {
    error_type: type ?? errorTypeOf(code),
    error_message: maskSecretsOf(record, message ?? failure.message),
    severity: "error",
    details: { status, body: failure, record: masked, sqlstate: code ?? null, request_id: requestId },
    schema_name: "public",
    table_name: table,
    actor: name,
  };
  const { error } = await client.from("error_logs").insert(row);
  if (!error) return true;
  log.error({ failedSave: row, err: new Error(error.message) }, "a save failed, and error_logs did not take it");
  return false;
}
