import { expect, test } from "vitest";
import { runsOn } from "./runs-on";

const orders = { schema: "public", name: "orders" };
const leads = { schema: "public", name: "leads" };

test("a run is told of on every table that it locks, and on no other of that name", () => {
  const run = { id: "1", tables: [orders, leads] };
  expect(runsOn([run], [leads])).toEqual([run]);
  expect(runsOn([run], [{ schema: "shop", name: "leads" }])).toEqual([]);
  expect(runsOn([run], [])).toEqual([]);
});
