import { sql } from "kysely";
import { afterAll, beforeAll, expect, test } from "vitest";
import { GET } from "@/app/api/metrics/route";
import { createKey } from "@/lib/api-keys/create-key";
import { parseConfig, setConfig } from "@/lib/config";
import { getEngine } from "@/lib/db";
import { createTestDatabase, type TestDatabase } from "@/lib/testing";
import { contextAs } from "@/lib/testing/context";

let database: TestDatabase;
let key = "";
beforeAll(async () => {
  database = await createTestDatabase();
  process.env.PLUMBLINE_ENGINE_URL = database.url;
  setConfig(parseConfig({ DATABASE_URL: database.url, PLUMBLINE_SECRET: "x".repeat(32) }, "/nowhere"));
  const wanted = { name: "Prometheus", scopes: ["metrics:read" as const], ratePerMinute: 60 };
  key = (await createKey(contextAs("admin", database), wanted)).key;
});
afterAll(async () => {
  await getEngine().close();
  await database.drop();
});

const scrape = (authorization?: string) =>
  GET(new Request("http://plumbline.test/api/metrics", { headers: { ...(authorization && { authorization }) } }));

test("metrics are for those with a key for them, in a form that monitors read", async () => {
  expect((await scrape()).status).toBe(401);
  await sql`insert into plumbline.scans (status, actor, finished_at) values ('failed', 'a', now())`.execute(
    database.db,
  );
  await sql`
    insert into plumbline.findings
      (id, check_code, severity, target, schema_name, table_name, status, count, how, measured_at)
    values ('a', 'orphan_rows', 'error', '{}', 'public', 'secret_table', 'failing', 7, 'exact', now())
  `.execute(database.db);
  await sql`
    insert into ${sql.id("plumbline_jobs", "job")} (name) values ('scan'), ('scan')
  `.execute(database.db);
  const response = await scrape(`Bearer ${key}`);
  expect(response.headers.get("content-type")).toBe("application/openmetrics-text; version=1.0.0; charset=utf-8");
  const lines = (await response.text()).split("\n");
  expect(lines.filter((line) => line === "# EOF")).toHaveLength(1);
  expect(lines.slice(-2)).toEqual(["# EOF", ""]);
  for (const line of [
    'plumbline_requests_total{route="/api/metrics",method="GET",status="401"} 1',
    'plumbline_request_seconds_count{route="/api/metrics",method="GET"} 1',
    'plumbline_scans{state="failed"} 1',
    'plumbline_scans{state="running"} 0',
    'plumbline_runs{state="interrupted"} 0',
    'plumbline_jobs{queue="scan",state="waiting"} 2',
    'plumbline_failing_findings{severity="error"} 1',
    'plumbline_failing_findings{severity="warning"} 0',
    "plumbline_rows_changed_total 0",
    'plumbline_connections{pool="engine",state="waiting"} 0',
  ]) {
    expect(lines).toContain(line);
  }
  const samples = lines.filter((line) => line !== "" && !line.startsWith("#"));
  expect(samples.filter((line) => !/^[a-z0-9_]+(\{[^{}]*\})? [-+\d.eNaInf]+$/.test(line))).toEqual([]);
  expect(lines.join("\n")).not.toMatch(/secret_table|Prometheus/);
});
