import { expect, test } from "vitest";
import { withPlainValues } from "./plain-values";

const parameters = (address: string) => [...new URL(withPlainValues(new Request(address)).url).searchParams];

test("values of comparisons are quoted, everything else is left as it is", () => {
  const search = new URLSearchParams([
    ["select", "id,eq"],
    ["name", 'eq. "a"'],
    ["at", "not.lt.2026-11-21T10:43:00+00:00"],
    ["lead_id", "is.null"],
    ["title", "ilike.%a%"],
    ["or", '(name.imatch."a")'],
    ["order", "eq.asc"],
  ]);
  expect(parameters(`http://api.internal/rest/v1/all_leads?${search}`)).toEqual([
    ["select", "id,eq"],
    ["name", 'eq." "a""'],
    ["at", 'not.lt."2026-11-21T10:43:00+00:00"'],
    ["lead_id", "is.null"],
    ["title", "ilike.%a%"],
    ["or", '(name.imatch."a")'],
    ["order", "eq.asc"],
  ]);
});

test("requests that are not for rows are passed on", () => {
  const request = new Request("http://api.internal/auth/v1/token?grant_type=eq.password");
  expect(withPlainValues(request)).toBe(request);
});
