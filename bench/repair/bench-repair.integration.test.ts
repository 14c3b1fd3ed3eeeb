import { expect, it } from "vitest";
import { serverUrl } from "@/lib/testing/admin";
import { givenServer } from "../server";
import { benchRepair } from "./bench-repair";
import { reportText } from "./report";

const say = () => undefined;

it("repairs what plain SQL repairs, alone and beside writers, and says how the ways compare", async () => {
  const server = givenServer(serverUrl());
  // The writers know 900 conversations and users. The other bench's test has a database of its own, by its size.
  const report = await benchRepair({ server, size: "tiny", unit: 300, rounds: 1, idleMs: 200, say });
  expect(report.orphans).toBe(450);
  expect(report.rounds[0]?.ourDelete.changed).toBe(450);
  expect(report.rounds[0]?.beside.ourDelete.latency.inserts).toBeGreaterThan(0);
  expect(report.bars.map(({ name }) => name)).toEqual([
    "our delete / plain delete, rows a second",
    ...["delete", "foreign key and index"].flatMap((name) => [
      `${name}: p99 of the writers / the larger of 10 × idle and 40 ms`,
      `${name}: longest stall, ms`,
      `${name}: time beside writers / unhindered`,
    ]),
    "peak memory of the process, MB",
  ]);
  expect(reportText(report)).toContain("450 orphans of 15,000 rows");
}, 120_000);
