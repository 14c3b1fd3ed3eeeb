import { afterEach, expect, test, vi } from "vitest";
import { parseConfig } from "@/lib/config";
import { announce } from "./announce";

// A port where nothing listens, as of a database that is too busy to answer.
const nowhere = "postgres://shop:secret@127.0.0.1:1/shop";

afterEach(() => vi.unstubAllEnvs());

test("a console that serves goes on where the database does not say who can sign in", async () => {
  vi.stubEnv("PLUMBLINE_ENGINE_URL", nowhere);
  const config = parseConfig({ DATABASE_URL: nowhere }, process.cwd());
  const embedded = { secrets: { demoPassword: "hidden" } } as never;
  const said = (await announce({ config, embedded, ended: null, close: async () => undefined })).join("\n");
  expect(said).toMatch(/Who can sign in could not be read: \S.*\./);
  expect(said).not.toMatch(/secret|hidden/);
});
