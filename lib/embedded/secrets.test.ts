import { mkdtempSync, rmSync, statSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, expect, it } from "vitest";
import { changeDemoPassword, ensureSecrets } from "./secrets";

let dataDir: string;
const file = () => path.join(dataDir, "secrets.json");

beforeEach(() => {
  dataDir = mkdtempSync(path.join(tmpdir(), "plumbline-secrets-"));
});

afterEach(() => rmSync(dataDir, { recursive: true }));

it("makes secrets once and keeps them", () => {
  expect(ensureSecrets(dataDir)).toEqual(ensureSecrets(dataDir));
});

it("makes other secrets in another place", () => {
  const first = ensureSecrets(dataDir);
  rmSync(file());
  const second = ensureSecrets(dataDir);
  for (const name of ["secret", "postgresPassword", "demoPassword"] as const)
    expect(second[name]).not.toBe(first[name]);
});

it("lets nobody but the owner read them", () => {
  ensureSecrets(dataDir);
  expect(statSync(file()).mode & 0o777).toBe(0o600);
  changeDemoPassword(dataDir, "another password");
  expect(statSync(file()).mode & 0o777).toBe(0o600);
});

it("takes a demo password that is given, and changes nothing else with it", () => {
  const before = ensureSecrets(dataDir, "given password");
  expect(before.demoPassword).toBe("given password");
  expect(changeDemoPassword(dataDir, "another password")).toEqual({ ...before, demoPassword: "another password" });
  expect(ensureSecrets(dataDir, "given password").demoPassword).toBe("another password");
});

it.each(["", "{", '{"secret":"short"}'])("says what to do about a damaged file (%j)", (content) => {
  writeFileSync(file(), content);
  expect(() => ensureSecrets(dataDir)).toThrow(/secrets\.json is damaged: put its backup back/);
});
