import { inspect } from "node:util";
import postgres from "postgres";

/** Those that the library passes on by itself, as the hosted API does. */
const passedOn = /^(22|42|21|53|55|P[GT])|^(23502|23503|23505|25006)$/;

/**
 * What PostgreSQL refuses, answered with its own code as the hosted API does: the library makes of all others a fault of its
 * own without one. It is given the form in which a function may choose its answer.
 */
export function hostedError(error: unknown): unknown {
  if (!(error instanceof postgres.PostgresError)) return error;
  // The library prints every error, and the detail of one repeats the row with all that is secret in it.
  Object.defineProperty(error, inspect.custom, {
    value: () => `The database refused: ${error.message} (${error.code})`,
  });
  if (passedOn.test(error.code)) return error;
  const { code, message, detail, hint } = error;
  const body = { code, message, details: detail ?? null, hint: hint ?? null };
  const answer = { status: statusOf(code), headers: {} };
  return {
    code: "PGRST",
    message: JSON.stringify(body),
    detail: JSON.stringify(answer),
    [inspect.custom]: () => inspect(error),
  };
}

/** https://docs.postgrest.org: errors from PostgreSQL. */
function statusOf(code: string): number {
  if (code.startsWith("08")) return 503;
  return /^(23|44)/.test(code) || code === "P0001" ? 400 : 500;
}
