import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { checkCodes } from "@/lib/checks/codes";
import { repairCodes } from "./codes";
import { repairOf, repairsFor } from "./registry";

const docs = path.resolve(import.meta.dirname, "../../docs");
const files = readdirSync(path.join(docs, "repairs"));

it("every repair has its page, and there is no page of a repair that is gone", () => {
  expect(files.toSorted()).toEqual(repairCodes.map((code) => `${code}.md`).toSorted());
});

describe.each(repairCodes)("docs/repairs/%s.md", (code) => {
  const text = readFileSync(path.join(docs, "repairs", `${code}.md`), "utf8");

  it("is called as its button is, and says what it does, what it refuses, what it locks and how it is undone", () => {
    const [title, ...sections] = text.split("\n").filter((line) => line.startsWith("#"));
    expect(title).toBe(`# ${repairOf(code).title}`);
    expect(sections).toEqual(["## What it refuses", "## Locks", "## Undo"]);
  });

  it("names no repair and no check that there is not", () => {
    const known: string[] = [...repairCodes, ...checkCodes];
    const named = [...text.matchAll(/`([a-z]+(?:[-_][a-z]+)+)`/g)].map(([, name]) => name);
    expect(named.filter((name) => !known.includes(name ?? ""))).toEqual([]);
  });
});

it.each(checkCodes)("docs/checks/%s.md names the repairs that mend it", (check) => {
  const text = readFileSync(path.join(docs, "checks", `${check}.md`), "utf8");
  const section = text.split(/^## /m).find((part) => part.startsWith("Repair\n")) ?? "";
  for (const { code } of repairsFor(check)) expect(section, check).toContain(`\`${code}\``);
});
