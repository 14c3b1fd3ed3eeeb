import { AppError } from "@/lib/errors";

/** The sentence for people; what the API said stays in the cause, for the log. */
export function auditReadFailure(cause: { message: string }): AppError {
  return new AppError(
    "unavailable",
    "The audit history could not be read. Try again; if it stays so, look into the server's log.",
    { cause },
  );
}
