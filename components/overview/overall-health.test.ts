import { expect, test } from "vitest";
import type { HealthPanel } from "@/lib/overview/types";
import { overallHealth } from "./overall-health";

const panel = (parts: Partial<HealthPanel>): HealthPanel => ({
  id: "p",
  title: "P",
  href: "/",
  status: "healthy",
  failingRows: 0,
  failingFindings: 0,
  notChecked: 0,
  advice: 0,
  excused: 0,
  measuredAt: null,
  how: null,
  next: "",
  top: [],
  ...parts,
});

test("before the first scan nothing is healthy", () => {
  const unknown = panel({ status: "not_checked", notChecked: 4 });
  expect(overallHealth([unknown], [unknown]).status).toBe("not_checked");
});

test("one check that could not be made keeps the whole from being healthy", () => {
  expect(overallHealth([panel({})], [panel({ status: "not_checked", notChecked: 1 })])).toMatchObject({
    status: "not_checked",
    detail: "0 findings are failing, 1 finding was not checked.",
  });
});

test("counts the incidents that fail among those that are there", () => {
  const absent = panel({ status: "absent" });
  const failing = panel({ status: "failing", failingFindings: 2 });
  expect(overallHealth([failing, panel({}), absent], [failing])).toEqual({
    status: "failing",
    title: "1 of 2 incidents failing",
    detail: "2 findings are failing.",
  });
});

test("is healthy when all that is there was checked and passes", () => {
  expect(overallHealth([panel({})], [panel({}), panel({ status: "absent" })]).status).toBe("healthy");
});

test("does not say that all passes when what fails is known or dismissed", () => {
  expect(overallHealth([panel({})], [panel({ excused: 3 })])).toEqual({
    status: "healthy",
    title: "Nothing failing that counts",
    detail: "0 findings are failing, 3 are known or dismissed.",
  });
});

test("a scan that could check nothing of some table is not called no scan", () => {
  const unknown = panel({ status: "not_checked", notChecked: 1, measuredAt: "2026-01-01T00:00:00Z" });
  expect(overallHealth([], [unknown])).toEqual({
    status: "not_checked",
    title: "Nothing failing, but not everything was checked",
    detail: "0 findings are failing, 1 finding was not checked.",
  });
});
