export type ErrorCode =
  | "unauthenticated"
  | "forbidden"
  | "invalid"
  | "not_found"
  | "conflict"
  | "refused"
  | "unavailable"
  | "too_large"
  | "unsupported"
  | "rate_limited"
  | "timeout";

/** A failure that people may read: the message says what was wrong and what to do, and names no secret. */
export class AppError extends Error {
  override name = "AppError";

  constructor(
    readonly code: ErrorCode,
    message: string,
    options?: { cause?: unknown },
  ) {
    super(message, options);
  }
}
