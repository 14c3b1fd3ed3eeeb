import { mkdirSync, mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, it, vi } from "vitest";
import { inProcess } from "@/lib/testing/in-process";
import { runCommand } from "./main";
import { programOf } from "./program";

const place = { directory: tmpdir(), version: "0.0.0" };

it.each([
  ["no argument", ["explain"]],
  ["an argument too many", ["checks", "extra"]],
  ["an option that is not there", ["migrate", "--no-such-option"]],
  ["a command of a group that lacks its option", ["operators", "add", "a@example.com"]],
  ["a command that is not there", ["scam"]],
])("a call with %s ends with 2 and says what is wrong", async (_what, words) => {
  const { code, err } = await inProcess(() => programOf(place).parseAsync(words, { from: "user" }), {});
  expect({ code, err }).toEqual({ code: 2, err: expect.stringMatching(/^error: /) });
});

it("help ends with 0", async () => {
  expect(
    await inProcess(() => programOf(place).parseAsync(["operators", "--help"], { from: "user" }), {}),
  ).toMatchObject({
    code: 0,
  });
});

it("a .env that cannot be read ends any command with 2, in a sentence", async () => {
  const root = mkdtempSync(path.join(tmpdir(), "plumbline-env-"));
  mkdirSync(path.join(root, ".env"));
  const cwd = vi.spyOn(process, "cwd").mockReturnValue(root);
  const { code, out, err } = await inProcess(() => runCommand(["node", "plumbline", "checks"], root), {});
  cwd.mockRestore();
  rmSync(root, { recursive: true });
  expect({ code, out }).toEqual({ code: 2, out: "" });
  expect(err).toMatch(/^\.env cannot be read: it has to be a file that Plumbline may read\.\n$/);
});
