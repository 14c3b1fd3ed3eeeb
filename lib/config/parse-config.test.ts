import { describe, expect, it } from "vitest";
import { parseConfig } from "./parse-config";

const supabase = {
  SUPABASE_URL: "https://abcdefgh.supabase.co",
  SUPABASE_PUBLISHABLE_KEY: "sb_publishable_x",
  SUPABASE_SECRET_KEY: "sb_secret_x",
  DATABASE_URL: "postgres://postgres:pw@db.abcdefgh.supabase.co:5432/postgres",
};

const parse = (env: Record<string, string | undefined>) => parseConfig(env, "/srv/plumbline");

describe("the three modes", () => {
  it("is embedded when nothing is set, on the loopback address only", () => {
    expect(parse({})).toMatchObject({
      mode: "embedded",
      host: "127.0.0.1",
      port: 3000,
      dataDir: "/srv/plumbline/.plumbline",
      databaseUrl: null,
      supabase: null,
      trustProxy: false,
    });
  });

  it("takes blank variables for absent ones, as a copied .env.example has them", () => {
    expect(parse({ DATABASE_URL: "", SUPABASE_URL: " ", PORT: "", PLUMBLINE_SECRET: "" }).mode).toBe("embedded");
  });

  it("is postgres with a DATABASE_URL alone", () => {
    expect(parse({ DATABASE_URL: "postgresql://u:p%40ss@db.example.com/app" }).mode).toBe("postgres");
  });

  it("is supabase with all four", () => {
    expect(parse(supabase)).toMatchObject({ mode: "supabase", supabase: { url: "https://abcdefgh.supabase.co" } });
  });
});

describe("what cannot be used is said in one sentence that says what to do", () => {
  const cases: [name: string, env: Record<string, string | undefined>, sentence: RegExp][] = [
    [
      "half a Supabase configuration",
      { ...supabase, SUPABASE_SECRET_KEY: undefined },
      /missing is SUPABASE_SECRET_KEY: set all four/,
    ],
    ["Supabase without its database", { ...supabase, DATABASE_URL: undefined }, /missing is DATABASE_URL/],
    ["swapped keys", { ...supabase, SUPABASE_PUBLISHABLE_KEY: "sb_secret_x" }, /must be the project's publishable key/],
    [
      "the publishable key twice",
      { ...supabase, SUPABASE_SECRET_KEY: "sb_publishable_x" },
      /must be the project's secret key/,
    ],
    [
      "a project address without TLS",
      { ...supabase, SUPABASE_URL: "http://abcdefgh.supabase.co" },
      /SUPABASE_URL must be/,
    ],
    [
      "a percent sign that was not escaped in the name of the database",
      { DATABASE_URL: "postgres://p:x@db.example.com/100%" },
      /DATABASE_URL names a database with a % that is not escaped: write it as %25/,
    ],
    [
      "the transaction pooler",
      { DATABASE_URL: "postgres://p:x@aws-0.pooler.supabase.com:6543/postgres" },
      /gives every transaction another connection.*session pooler/,
    ],
    ["another kind of database", { DATABASE_URL: "mysql://u:hunter2@h/db" }, /must begin with postgres:\/\//],
    ["no address at all", { DATABASE_URL: "hunter2" }, /is not an address/],
    ["no database", { DATABASE_URL: "postgres://u:hunter2@h" }, /names no database/],
    ["a port that is none", { PORT: "http" }, /PORT must be a whole number/],
    ["a short secret", { PLUMBLINE_SECRET: "hunter2" }, /at least 32 characters/],
  ];

  it.each(cases)("%s", (_name, env, sentence) => {
    expect(() => parse(env)).toThrow(sentence);
  });

  it("never repeats a value, which may be a secret", () => {
    for (const [, env] of cases) {
      const message = messageOf(() => parse(env));
      expect(message).not.toMatch(/hunter2|sb_(secret|publishable)_x/);
    }
  });
});

function messageOf(run: () => unknown): string {
  try {
    run();
    return "";
  } catch (error) {
    return (error as Error).message;
  }
}
