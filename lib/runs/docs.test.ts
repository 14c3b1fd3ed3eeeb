import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, test } from "vitest";
import { runEdges, underWay } from "@/lib/runner/run-states";
import { asksOf } from "./asks";
import type { RunStatus } from "./types";

const page = readFileSync(path.resolve(import.meta.dirname, "../../docs/runs.md"), "utf8");

test.each(Object.keys(runEdges) as RunStatus[])(
  "the page of runs says what can be asked of one that is %s",
  (status) => {
    const asks = asksOf(status, false).join(", ") || "nothing";
    const wanted = underWay.includes(status) ? asks : "undo, verify";
    expect(page.match(new RegExp(`^\\| \`${status}\` \\| .+ \\| (.+) \\|$`, "m"))?.[1]).toBe(wanted);
  },
);
