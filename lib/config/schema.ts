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

const port = z.preprocess(blankIsAbsent, z.coerce.number().int().min(0).max(65_535).default(3000));

/** Every variable that Plumbline reads. `.env.example` documents the same list; a test compares them. */
export const Environment = z.object({
  PORT: port,
  HOST: text,
  DATABASE_URL: text,
  SUPABASE_URL: text,
  SUPABASE_PUBLISHABLE_KEY: text,
  SUPABASE_SECRET_KEY: text,
  PLUMBLINE_DATA_DIR: text,
  PLUMBLINE_SECRET: z.preprocess(blankIsAbsent, z.string().min(32).optional()),
  PLUMBLINE_DEMO_PASSWORD: z.preprocess(blankIsAbsent, z.string().min(10).max(72).optional()),
  PLUMBLINE_TRUST_PROXY: flag,
  PLUMBLINE_LOG_LEVEL: z.preprocess(
    blankIsAbsent,
    z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
  ),
});

export type Environment = z.infer<typeof Environment>;

/** What to do about a variable that does not parse. Never repeats its value: it may be a secret. */
export const mends: Partial<Record<keyof Environment, string>> = {
  PORT: "PORT must be a whole number from 0 to 65535.",
  PLUMBLINE_SECRET: "PLUMBLINE_SECRET must have at least 32 characters: make one with `openssl rand -hex 32`.",
  PLUMBLINE_DEMO_PASSWORD: "PLUMBLINE_DEMO_PASSWORD must have 10 to 72 characters.",
  PLUMBLINE_TRUST_PROXY: "PLUMBLINE_TRUST_PROXY must be 1 or 0.",
  PLUMBLINE_LOG_LEVEL: "PLUMBLINE_LOG_LEVEL must be one of fatal, error, warn, info, debug, trace, silent.",
};
