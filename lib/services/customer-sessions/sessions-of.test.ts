import { createClient } from "@supabase/supabase-js";
import { afterEach, expect, it, vi } from "vitest";
import { parseConfig, setConfig } from "@/lib/config";
import { log } from "@/lib/log";
import { sessionsOf } from "./sessions-of";

const context = { client: createClient("http://nowhere.invalid", "key"), name: "tests", keyId: null, requestId: "r1" };

afterEach(() => vi.restoreAllMocks());

it.each([
  [undefined, true],
  ["true", true],
  ["false", false],
  ["0", false],
])("FEATURE_SUPABASE_WRITE=%s keeps sessions in the database: %s", (FEATURE_SUPABASE_WRITE, isPersistent) => {
  const said = vi.spyOn(log, "info").mockReturnValue(undefined);
  setConfig(parseConfig({ FEATURE_SUPABASE_WRITE }, "/nowhere"));
  expect(sessionsOf(context).isPersistent).toBe(isPersistent);
  const disabled = "[SUPABASE] Persistence disabled - check .env FEATURE_SUPABASE_WRITE";
  expect(said.mock.calls).toEqual(isPersistent ? [] : [[disabled]]);
});
