import { randomUUID } from "node:crypto";
import { ZodError } from "zod";
import { databaseSentence, isConnectionLost, isLockTimeout, isStatementTimeout, sqlState } from "@/lib/db";
import { AppError, type ErrorCode } from "@/lib/errors";
import { log } from "@/lib/log";

/** A failure as it goes to the browser. */
export interface ErrorBody {
  code: ErrorCode | "internal";
  message: string;
  /** Finds the cause in the log, where only that is told. */
  id?: string;
}

const statuses: Record<ErrorBody["code"], number> = {
  unauthenticated: 401,
  forbidden: 403,
  invalid: 400,
  not_found: 404,
  conflict: 409,
  refused: 422,
  unavailable: 503,
  too_large: 413,
  unsupported: 415,
  rate_limited: 429,
  timeout: 504,
  internal: 500,
};

export function statusOf(code: ErrorBody["code"]): number {
  return statuses[code];
}

/** What people may read of a failure; the rest goes to the log, under the id. */
export function translateError(error: unknown, id = randomUUID().slice(0, 8)): ErrorBody {
  if (error instanceof AppError) {
    if (error.cause !== undefined) log.warn({ err: error.cause, id }, error.message);
    return { code: error.code, message: error.message };
  }
  if (error instanceof ZodError) return { code: "invalid", message: describeIssue(error) };
  // No parser of ours forbids it everywhere, and PostgreSQL does.
  if (sqlState(error) === "22021") return { code: "invalid", message: databaseSentence(error) };
  log.error({ err: error, id }, "a request failed");
  if (isConnectionLost(error)) return { code: "unavailable", message: "The database cannot be reached.", id };
  if (isLockTimeout(error) || isStatementTimeout(error)) {
    return { code: "unavailable", message: `${databaseSentence(error)} Try again in a moment.`, id };
  }
  return { code: "internal", message: "Internal error", id };
}

function describeIssue({ issues }: ZodError): string {
  const [issue] = issues;
  if (!issue) return "The request is not valid.";
  const where = issue.path.length > 0 ? `${issue.path.join(".")}: ` : "";
  return `${where}${issue.message}`;
}
