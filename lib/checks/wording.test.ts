import { expect, it } from "vitest";
import { one } from "./wording";

it.each([
  "an id",
  "an invoice_id",
  "an items_count",
  "an Email",
  "an order_id",
  "an upload_id",
  "an hourly_rate",
  "an (order_id, line)",
  "a user_id",
  "a customer_id",
  "a UUID",
  "a url",
  "a unit_no",
  "a euro_cents",
  "a one_time_code",
  "a (sku, place)",
])("says %s", (said) => {
  expect(one(said.replace(/^an? /, ""))).toBe(said);
});
