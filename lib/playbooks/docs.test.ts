import { readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { repairCodes } from "@/lib/repairs/codes";
import { playbooks } from "./registry";

const text = readFileSync(path.resolve(import.meta.dirname, "../../docs/playbooks.md"), "utf8");

it("docs/playbooks.md names for each playbook the repairs of its steps and no other", () => {
  for (const { slug, steps } of playbooks) {
    const row = text.split("\n").find((line) => line.startsWith(`| \`${slug}\` |`)) ?? "";
    const named = repairCodes.filter((code) => row.includes(`\`${code}\``));
    const used = new Set(steps.flatMap(({ repairs }) => repairs));
    expect(named.toSorted(), slug).toEqual([...used].toSorted());
  }
});
