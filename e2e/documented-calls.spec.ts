import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { expect, resetDemo, test, withEngine } from "./support";
import { curlCommands, query } from "./support/documents/read-commands";

const execute = promisify(execFile);

interface Answer {
  session_token: string;
  session: { session_id: string; customer_id: string; phone: string; channel: string; status: string };
  error?: { code: string; message: string };
}

/** Carries a command of the document out as it is written, but for the server and the token, which it invents. */
async function carryOut(command: string, baseUrl: string, token = ""): Promise<Answer> {
  const adapted = command.replace("http://localhost:8000", baseUrl).replace("abc123...", token);
  const { stdout } = await execute("bash", ["-c", adapted]);
  return JSON.parse(stdout);
}

function select<Row>(text: string): Promise<Row[]> {
  return withEngine(async (client) => (await client.query(text)).rows as Row[]);
}

/** Scenarios 1 and 2, with what the document says to expect after each step. */
async function playScenarios(baseUrl: string): Promise<void> {
  const [first, second, logout, again, ...others] = curlCommands();
  if (!first || !second || !logout || !again) throw new Error("The document has four commands.");
  expect(others).toEqual([]);

  const one = await carryOut(first, baseUrl);
  const two = await carryOut(second, baseUrl);
  expect(one).toMatchObject({ session: { customer_id: "103", phone: "+919876543210", status: "active" } });
  expect(two).toMatchObject({ session: { customer_id: "104", phone: "+919987654321", status: "active" } });
  const newest = await select<Answer["session"]>(query("SELECT session_id, customer_id, phone, channel, status"));
  const shown = newest.map((row) => ({ ...row, customer_id: String(row.customer_id) }));
  expect(shown).toContainEqual(
    expect.objectContaining({ session_id: one.session.session_id, customer_id: "103", phone: "+919876543210" }),
  );
  expect(shown).toContainEqual(
    expect.objectContaining({ session_id: two.session.session_id, customer_id: "104", phone: "+919987654321" }),
  );

  expect(await carryOut(logout, baseUrl, one.session_token)).toMatchObject({ session: { status: "logged_out" } });
  const statuses = await select<{ status: string }>(query("SELECT status FROM sessions WHERE customer_id='103'"));
  expect(statuses).toContainEqual({ status: "logged_out" });
  expect(statuses).not.toContainEqual({ status: "active" });

  const next = await carryOut(again, baseUrl);
  expect(next).toMatchObject({ session: { customer_id: "103", channel: "kiosk", status: "active" } });
  expect(next.session.session_id).not.toBe(one.session.session_id);
}

const wholeId = /"customer_id": "10[34]"/;

test("the calls of the document run as written: as found, and once the playbook has made customer_id text", async ({
  baseURL,
}) => {
  const server = String(baseURL);
  await resetDemo();
  await playScenarios(server);

  // As found, an id that is no number is lost, as the document tells; here with a clear answer and the record.
  const [first = ""] = curlCommands();
  const refused = await carryOut(first.replace(wholeId, '"customer_id": "K-2037"'), server);
  expect(refused.error?.message).toContain('invalid input syntax for type bigint: "K-2037"');
  const lost = await select<{ record: object }>(
    "select details -> 'record' as record from error_logs where error_type = 'SAVE_FAILED' and details -> 'record' ->> 'customer_id' = 'K-2037' and actor = 'anyone'",
  );
  expect(lost).toMatchObject([{ record: { customer_id: "K-2037", phone: "+919876543210", status: "active" } }]);

  await select("alter table sessions alter column customer_id type text using customer_id::text");
  await playScenarios(server);
  const columns = await select<{ column_name: string; data_type: string }>(query("SELECT column_name, data_type"));
  expect(columns).toContainEqual({ column_name: "customer_id", data_type: "text" });
  const kept = await carryOut(first.replace(wholeId, '"customer_id": "0103"'), server);
  expect(kept).toMatchObject({ session: { customer_id: "0103" } });
});

test("both addresses answer, and a session is one across channels until the customer logs out", async ({ request }) => {
  const data = { phone: "+919812300001", channel: "chat", customer_id: "C-1" };
  const start = async (channel: string) =>
    (await request.post("/api/session/start", { data: { ...data, channel } })).json() as Promise<Answer>;
  const [chat, kiosk] = [await start("chat"), await start("kiosk")];
  expect(kiosk.session.session_id).toBe(chat.session.session_id);
  for (const address of ["/session", "/api/session"]) {
    for (const { session_token } of [chat, kiosk]) {
      const found = await request.get(address, { headers: { "x-session-token": session_token } });
      expect(await found.json()).toMatchObject({ session: { session_id: chat.session.session_id } });
    }
  }
  const headers = { "x-session-token": kiosk.session_token };
  expect((await request.post("/session/end", { headers })).status()).toBe(200);
  expect((await request.get("/session", { headers: { "x-session-token": chat.session_token } })).status()).toBe(401);
});
