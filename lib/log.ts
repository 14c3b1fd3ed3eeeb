import pino from "pino";

/**
 * The log of the process, as JSON lines on stderr. Whatever looks like a secret is cut out on the way,
 * because errors of drivers carry their connection settings with them.
 */
export const log = pino(
  {
    level: process.env.PLUMBLINE_LOG_LEVEL ?? "info",
    base: undefined,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: {
      paths: [
        "password",
        "*.password",
        "*.connectionString",
        "*.secretKey",
        "*.jwtSecret",
        "headers.cookie",
        "*.headers.cookie",
        "headers.authorization",
        "*.headers.authorization",
        "headers.apikey",
        "*.headers.apikey",
      ],
      censor: "[hidden]",
    },
    serializers: { err: (error: unknown) => hideUrls(pino.stdSerializers.err(error as Error)) },
  },
  pino.destination({ dest: 2, sync: false }),
);

/** `postgres://user:secret@host` without the secret, wherever it stands in a text. */
export function hidePasswords(text: string): string {
  return text.replace(/(\b[a-z][a-z0-9+.-]*:\/\/[^\s:/@]*):[^\s@]+@/gi, "$1:[hidden]@");
}

function hideUrls<T>(value: T): T {
  if (typeof value === "string") return hidePasswords(value) as T;
  if (Array.isArray(value)) return value.map(hideUrls) as T;
  if (value === null || typeof value !== "object" || Object.getPrototypeOf(value) === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, hideUrls(inner)])) as T;
}
