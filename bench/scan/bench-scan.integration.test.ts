import { expect, it } from "vitest";
import { serverUrl } from "@/lib/testing/admin";
import { givenServer } from "../server";
import { benchScan } from "./bench-scan";
import { reportText } from "./report";

const say = () => undefined;

it("finds exactly what the generator planted, and says how the ways compare", async () => {
  const server = givenServer(serverUrl());
  const report = await benchScan({ server, size: "tiny", unit: 100, rounds: 1, say });
  expect(report.differences).toEqual([]);
  expect(report.rows).toBe(10_000);
  expect(report.bars.map(({ name }) => name)).toEqual([
    "scan / floor",
    "one query per check / scan",
    "unchanged / scan",
    "peak memory of the process, MB",
  ]);
  expect(reportText(report)).toContain("found with its exact count, and nothing else");
});
