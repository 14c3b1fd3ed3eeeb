import { randomInt, randomUUID } from "node:crypto";
import type { Call, Journey } from "../call";
import { anyOf, chance, type World } from "../world";

/** An agent buys a lead, sometimes one that others want as well, and sometimes asks twice because the answer was lost. */
export function* purchases({ leads, agents }: World): Journey {
  const lead_id = anyOf(chance(0.2) ? leads.slice(0, 50) : leads);
  const call: Call = {
    operation: "purchaseLead",
    method: "POST",
    path: "/api/marketplace/purchase",
    headers: { "idempotency-key": randomUUID() },
    body: { lead_id, agent_id: anyOf(agents), price: randomInt(100, 500_000) / 100 },
  };
  const first = yield call;
  if (first.status !== 201 || !chance(0.3)) return;
  const again = yield call;
  const [bought, repeated] = [first, again].map(({ body }) => (body.purchase as { id?: string } | undefined)?.id);
  if (again.status !== 201 || bought !== repeated)
    throw new Error(`The lead ${lead_id} was sold twice by one request.`);
}
