import { type Phase, runPhase } from "@/bench/load/phase";
import { newFindings, scanned } from "@/bench/load/scanned";
import { createEngine } from "@/lib/db";
import { contextAs } from "@/lib/testing/context";
import { expect, resetDemo, test } from "./support";
import { environment } from "./support/environment";

/** `npm run load` is the same with two hundred callers for a minute. */
const size = { callers: 8, seconds: 3 };

/** What the documents' migrations come to, as far as it makes the tables take every write. */
const mended = `
  alter table public.web_sessions alter column lead_id drop not null;
  alter table public.whatsapp_sessions alter column lead_id drop not null;
  alter table public.lead_purchases alter column id set default gen_random_uuid();
  alter table public.sessions alter column customer_id type text`;

const statusesOf = ({ ledger }: Phase, operation: string) =>
  [...ledger.entries.values()].filter((entry) => entry.operation === operation).map(({ status }) => status);

test("callers of every write route lose no record where the tables refuse it, and make no finding where they take it", async () => {
  test.setTimeout(120_000);
  await resetDemo();
  const engine = createEngine(environment.engineUrl.get(), { maxConnections: 2 });
  try {
    const admin = contextAs("admin", engine);
    const phase = () => runPhase({ baseUrl: environment.baseUrl.get(), admin, ...size });

    const asFound = await phase();
    expect(asFound.ledger.faults).toEqual([]);
    expect(asFound.differences).toEqual([]);
    expect(statusesOf(asFound, "purchaseLead")).toEqual([422]);
    expect(asFound.kept.kinds).toContainEqual(
      expect.objectContaining({
        type: "NOT_NULL_VIOLATION",
        words: 'null value in column "id" of relation "lead_purchases" violates not-null constraint',
      }),
    );

    await engine.pool.query(mended);
    const before = await scanned(admin);
    const repaired = await phase();
    expect(repaired.ledger.faults).toEqual([]);
    expect([...repaired.ledger.failedSaves]).toEqual([]);
    expect(statusesOf(repaired, "purchaseLead")).toContain(201);
    expect(newFindings(before, await scanned(admin))).toEqual([]);
  } finally {
    await engine.close();
  }
});
