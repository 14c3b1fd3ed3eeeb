import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { afterAll, beforeAll, expect, it } from "vitest";
import { identify } from "@/lib/auth/current-operator";
import { addOperator } from "@/lib/auth/operators/add-operator";
import { signIn } from "@/lib/auth/sign-in";
import { parseConfig, setConfig } from "@/lib/config";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { adminClient } from "./admin";
import { createLiteUser } from "./create-user";
import { identityClient } from "./identity-client";
import { deriveKeys } from "./keys";
import { createLiteApp, type LiteApp } from "./lite-app";

// The library speaks the API of a hosted project: behind a port it stands in for one, reached over the network.
const secret = "only for this test, and long enough to be one";
const email = "ops@example.com";
const password = "a long password";
let database: TestDatabase;
let lite: LiteApp;
let project: Server;

beforeAll(async () => {
  database = await createTestDatabase();
  lite = createLiteApp({ databaseUrl: database.url, secret });
  project = createServer(async (incoming, outgoing) => {
    const body = await Array.fromAsync(incoming);
    const answer = await lite.fetch(`http://127.0.0.1${incoming.url}`, {
      method: incoming.method,
      headers: Object.entries(incoming.headersDistinct).flatMap(([name, values = []]) =>
        values.map((value): [string, string] => [name, value]),
      ),
      body: body.length > 0 ? Buffer.concat(body) : undefined,
    });
    outgoing.writeHead(answer.status, Object.fromEntries(answer.headers)).end(Buffer.from(await answer.arrayBuffer()));
  });
  await new Promise<void>((resolve) => project.listen(0, "127.0.0.1", resolve));
  const keys = deriveKeys(secret);
  setConfig(
    parseConfig(
      {
        SUPABASE_URL: `http://127.0.0.1:${(project.address() as AddressInfo).port}`,
        SUPABASE_PUBLISHABLE_KEY: keys.publishableKey,
        SUPABASE_SECRET_KEY: keys.secretKey,
        DATABASE_URL: database.url,
      },
      "/nowhere",
    ),
  );
  await database.pool.query(
    "create table public.things (id int primary key); insert into public.things values (1), (2)",
  );
  await addOperator(database, { email, role: "operator" }, () =>
    createLiteUser({ databaseUrl: database.url, secret, email, password }),
  );
});

afterAll(async () => {
  project.closeAllConnections();
  await new Promise((resolve) => project.close(resolve));
  await lite.close();
  await database.drop();
});

it("reads rows of the project over the network", async () => {
  const { data, count } = await adminClient().from("things").select("id", { count: "exact" }).order("id");
  expect(data).toEqual([{ id: 1 }, { id: 2 }]);
  expect(count).toBe(2);
});

it("signs in at the project, keeps the session in cookies no script can read, and knows the operator by them", async () => {
  const jar = new Map<string, { value: string; options: Record<string, unknown> }>();
  const client = () =>
    identityClient(
      {
        getAll: () => [...jar].map(([name, { value }]) => ({ name, value })),
        setAll: (changed) => {
          for (const { name, value, options } of changed) jar.set(name, { value, options });
        },
      },
      true,
    );
  await signIn({ client: client(), engine: database, input: { email, password }, address: "192.0.2.1" });
  expect([...jar.values()].map(({ options }) => options)).toEqual([
    expect.objectContaining({ httpOnly: true, secure: true, sameSite: "lax", path: "/" }),
  ]);
  for (const isFresh of [true, false]) {
    expect(await identify(client(), database, { isFresh })).toMatchObject({ email, role: "operator" });
  }
  await client().auth.signOut({ scope: "local" });
  expect(await identify(client(), database, { isFresh: true })).toBeNull();
});
