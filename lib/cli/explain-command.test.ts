import { existsSync, readdirSync, readFileSync } from "node:fs";
import path from "node:path";
import { expect, it } from "vitest";
import { checkCodes } from "@/lib/checks/codes";

const directory = path.resolve(import.meta.dirname, "../../docs/checks");
const headings = ["## Why it matters", "## See it in SQL", "## Repair", "## When it stays silent"];

it.each(checkCodes)("docs/checks has a page for %s with the four headings", (code) => {
  const file = path.join(directory, `${code}.md`);
  expect(existsSync(file), `docs/checks/${code}.md is missing`).toBe(true);
  const page = readFileSync(file, "utf8");
  expect(page.match(/^## .*$/gm)).toEqual(headings);
  expect(page).toMatch(/^# \S/);
});

it("docs/checks has no page for a check that is not there", () => {
  const pages = readdirSync(directory).map((file) => file.replace(/\.md$/, ""));
  expect(pages.filter((page) => !checkCodes.some((code) => code === page))).toEqual([]);
});
