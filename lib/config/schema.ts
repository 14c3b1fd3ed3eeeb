import { z } from "zod";

const blankIsAbsent = (value: unknown) => (typeof value === "string" && value.trim() === "" ? undefined : value);
const text = z.preprocess(blankIsAbsent, z.string().trim().optional());

const flag = z.preprocess(
  blankIsAbsent,
  z
    .enum(["0", "1", "true", "false"])
    .optional()
    .transform((value) => value === "1" || value === "true"),
);

const flagOnByDefault = z.preprocess(
  blankIsAbsent,
  z
    .enum(["0", "1", "true", "false"])
    .default("true")
    .transform((value) => value === "1" || value === "true"),
);

const port = z.preprocess(blankIsAbsent, z.coerce.number().int().min(0).max(65_535).default(3000));

const whole = (min: number, max: number, byDefault: number) =>
  z.preprocess(blankIsAbsent, z.coerce.number().int().min(min).max(max).default(byDefault));

/** Every variable that Plumbline reads. `.env.example` documents the same list; a test compares them. */
export const Environment = z.object({
  PORT: port,
  HOST: text,
  DATABASE_URL: text,
  DATABASE_REPLICA_URL: text,
  SUPABASE_URL: text,
  SUPABASE_PUBLISHABLE_KEY: text,
  SUPABASE_SECRET_KEY: text,
  FEATURE_SUPABASE_WRITE: flagOnByDefault,
  PLUMBLINE_DATA_DIR: text,
  PLUMBLINE_SECRET: z.preprocess(blankIsAbsent, z.string().min(32).optional()),
  PLUMBLINE_DEMO_PASSWORD: z.preprocess(blankIsAbsent, z.string().min(10).max(72).optional()),
  PLUMBLINE_TRUST_PROXY: flag,
  SCAN_CONCURRENCY: whole(1, 8, 2),
  SCAN_TABLE_TIMEOUT_MS: whole(1, 3_600_000, 60_000),
  SCAN_BUDGET_MS: whole(1, 86_400_000, 1_800_000),
  PLUMBLINE_LOG_LEVEL: z.preprocess(
    blankIsAbsent,
    z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  ),
});

export type Environment = z.infer<typeof Environment>;

/** What to do about a variable that does not parse. Never repeats its value: it may be a secret. */
export const mends: Partial<Record<keyof Environment, string>> = {
  PORT: "PORT must be a whole number from 0 to 65535.",
  FEATURE_SUPABASE_WRITE: "FEATURE_SUPABASE_WRITE must be true or false: whether customer sessions are written.",
  PLUMBLINE_SECRET: "PLUMBLINE_SECRET must have at least 32 characters: make one with `openssl rand -hex 32`.",
  PLUMBLINE_DEMO_PASSWORD: "PLUMBLINE_DEMO_PASSWORD must have 10 to 72 characters.",
  PLUMBLINE_TRUST_PROXY: "PLUMBLINE_TRUST_PROXY must be 1 or 0.",
  SCAN_CONCURRENCY:
    "SCAN_CONCURRENCY must be a whole number from 1 to 8: how many tables a scan reads at the same time.",
  SCAN_TABLE_TIMEOUT_MS: "SCAN_TABLE_TIMEOUT_MS must be a whole number of milliseconds, an hour at most.",
  SCAN_BUDGET_MS: "SCAN_BUDGET_MS must be a whole number of milliseconds, a day at most.",
  PLUMBLINE_LOG_LEVEL: "PLUMBLINE_LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.",
};
