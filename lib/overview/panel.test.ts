import { expect, test } from "vitest";
import type { StoredFinding } from "@/lib/findings/stored-finding";
import { healthOf } from "@/lib/map/health";
import { panelOf } from "./panel";

const finding = (parts: Partial<StoredFinding>): StoredFinding => ({
  id: "f",
  check: "no_primary_key",
  severity: "error",
  target: { kind: "table", table: { schema: "public", name: "visits" } },
  playbook: null,
  status: "passing",
  reason: null,
  count: "0",
  how: "exact",
  measuredAt: new Date(0),
  firstFailedAt: null,
  standing: "open",
  dismissal: null,
  baselineCount: null,
  change: null,
  ...parts,
});
const unknown = finding({ status: "not_checked", count: null, how: "none", reason: "Permission was denied." });
const panel = (...findings: StoredFinding[]) =>
  panelOf({ id: "p", title: "P", href: "/", isPresent: true, findings, next: () => "Mend it." });

test("what was not checked stays unknown when it is dismissed: only the open list is without it", () => {
  const dismissed = finding({ ...unknown, standing: "dismissed" });
  const told = { status: "not_checked", notChecked: 1 };
  expect(panel(finding({}), dismissed)).toMatchObject({ ...told, next: "Permission was denied.", top: [] });
  expect(panel(finding({}), unknown).top).toHaveLength(1);
  expect(healthOf([finding({}), dismissed])).toMatchObject(told);
});

test("what fails and was dismissed counts no more", () => {
  const dismissed = finding({ status: "failing", count: "1", standing: "dismissed" });
  expect(panel(finding({}), dismissed)).toMatchObject({ status: "healthy", excused: 1, failingFindings: 0 });
  expect(healthOf([dismissed])).toMatchObject({ status: "healthy" });
});
