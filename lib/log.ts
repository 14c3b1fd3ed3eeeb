import pino from "pino";

interface LoggedError {
  type: string;
  message: string;
  code?: unknown;
  stack?: string;
  cause?: LoggedError;
}

/** The log of the process: JSON lines on stderr. */
export const log = pino(
  {
    level: process.env.PLUMBLINE_LOG_LEVEL ?? "info",
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: { paths: ["password", "*.password", "headers", "*.headers", "cookies", "*.cookies"], censor: "[hidden]" },
    serializers: { err: describeError },
  },
  pino.destination({ dest: 2, sync: true }),
);

/** `postgres://user:secret@host` without the secret, wherever it stands in a text. */
export function hidePasswords(text: string): string {
  return text.replace(/(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*):[^\s@]+@/gi, "$1:[hidden]@");
}

/** What of an error may be written down. Drivers hang settings and values of rows on theirs, so only what is named here. */
export function describeError(error: unknown): LoggedError {
  if (!(error instanceof Error)) return { type: typeof error, message: hidePasswords(String(error)) };
  return {
    type: error.name,
    message: hidePasswords(error.message),
    code: "code" in error ? error.code : undefined,
    stack: error.stack === undefined ? undefined : hidePasswords(error.stack),
    cause: error.cause === undefined ? undefined : describeError(error.cause),
  };
}
