import { createClient } from "@supabase/supabase-js";
import { expect, test, vi } from "vitest";
import { log } from "@/lib/log";
import { failedSave } from "./failed-save";
import type { SaveFailure } from "./record-failure";

/** What the API answers when error_logs is written. */
function contextWith(status: number) {
  const sent: unknown[] = [];
  const answer = async (_url: unknown, init?: RequestInit) => {
    sent.push(JSON.parse(String(init?.body)));
    return new Response(status < 300 ? null : JSON.stringify({ message: "no room", code: "53100" }), { status });
  };
  const client = createClient("http://api.internal", "key", { global: { fetch: answer } });
  return { context: { client, name: "tests", keyId: null, requestId: "r1" }, sent };
}

const failWith = (failure: SaveFailure, status = 201) => {
  const { context } = contextWith(status);
  return failedSave(context, "The order", { table: "orders", record: { n: 1 }, status: 400, failure });
};

test.each([
  ["23502", 'null value in column "id"', "refused", 'The database refused it: null value in column "id" (23502).'],
  ["42P01", 'relation "public.all_leads" does not exist', "not_found", "This database has no table public.all_leads."],
  ["PGRST205", "not in the schema cache", "not_found", "This database has no table public.orders."],
  ["PGRST202", "no function", "unavailable", "The database lacks a function of Plumbline: apply its migrations."],
  ["PGRST204", "no column n", "refused", "The database refused it: no column n (PGRST204)."],
  ["PGRST116", "no row", "refused", "A trigger or a policy of the database's own dropped it."],
  ["42501", "permission denied", "unavailable", "The connected role may not write orders: grant it to the role."],
  ["40P01", "deadlock detected", "unavailable", "The database was busy with the same rows. Try again in a moment."],
  ["P0001", "123-45-6789 is taken", "refused", "A rule of the database's own refused it (P0001)."],
  ["", "fetch failed", "unavailable", "The database could not be reached or did not answer. Try again."],
])("what failed with %s is told in a sentence, and that the record is kept", async (code, message, kind, sentence) => {
  expect(await failWith({ code, message })).toMatchObject({
    code: kind,
    message: `The order was not saved. ${sentence} The record is in the audit history.`,
  });
});

test("the record is found by the id of the caller's answer", async () => {
  const { context, sent } = contextWith(201);
  const failure = { code: "23514", message: "no" };
  await failedSave(context, "The order", {
    table: "orders",
    record: { n: 1, token: "abcdefghijklmn" },
    status: 400,
    failure,
  });
  expect(sent).toEqual([
    expect.objectContaining({
      error_type: "CHECK_VIOLATION",
      details: expect.objectContaining({ request_id: "r1", status: 400, record: { n: 1, token: "abcdef…" } }),
    }),
  ]);
});

test("where the audit history takes nothing either, the log has the record and the answer says so", async () => {
  const logged = vi.spyOn(log, "error").mockReturnValue(undefined);
  const error = await failWith({ code: "23514", message: "no" }, 500);
  expect(error.message).toMatch(/The audit history could not take the record either: the server's log has it\.$/);
  expect(logged.mock.calls[0]?.[0]).toMatchObject({ failedSave: { details: { record: { n: 1 } } } });
  logged.mockRestore();
});
