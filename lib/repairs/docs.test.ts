import { readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, it } from "vitest";
import { checkCodes } from "@/lib/checks/codes";
import { repairCodes } from "./codes";
import { repairOf, repairsFor } from "./registry";

const docs = path.resolve(import.meta.dirname, "../../docs");
const files = readdirSync(path.join(docs, "repairs"));

/** Test files in which something is refused. */
const refusing = readdirSync(import.meta.dirname)
  .filter((name) => name.endsWith(".test.ts"))
  .map((name) => readFileSync(path.join(import.meta.dirname, name), "utf8"))
  .filter((text) => /(it|test|describe)[^\n]*\("[^"]*refus/.test(text));

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

  it("lists each thing that it refuses, and a test of it proves that it refuses", () => {
    const section = text.split(/^## /m).find((part) => part.startsWith("What it refuses\n")) ?? "";
    expect(section.match(/^- \S.*\.$/gm)?.length ?? 0).toBeGreaterThan(0);
    expect(refusing.filter((test) => test.includes(`"${code}"`) || test.includes(`describe("${code}`))).not.toEqual([]);
  });

  it("names no repair and no check that there is not", () => {
    const known: string[] = [...repairCodes, ...checkCodes];
    const named = [...text.matchAll(/`([a-z]+(?:[-_][a-z]+)+)`/g)].map(([, name]) => name);
    expect(named.filter((name) => !known.includes(name ?? ""))).toEqual([]);
  });
});

it.each(checkCodes)("docs/checks/%s.md names the repairs that mend it, or says that there is none", (check) => {
  const text = readFileSync(path.join(docs, "checks", `${check}.md`), "utf8");
  const section = text.split(/^## Repair\s+/m)[1] ?? "";
  const mending = repairsFor(check);
  for (const { code } of mending) expect(section, check).toContain(`\`${code}\``);
  expect(/^(By hand|None)\b/.test(section), check).toBe(mending.length === 0);
});
