import { spawn } from "node:child_process";
import { once } from "node:events";
import { expect, it } from "vitest";
import { isAlive, parentOf } from "./process-identity";

it("knows itself, and who has never been", () => {
  expect(isAlive(process.pid)).toBe(true);
  expect(parentOf(process.pid)).toBe(process.ppid);
  expect(isAlive(2 ** 22 + 1)).toBe(false);
});

it("a process that has ended is not alive, even while nobody has collected it", async () => {
  // The shell names its child and becomes a program that never asks how that child ended.
  const parent = spawn("sh", ["-c", "sleep 30 & echo $!; exec sleep 30"], { stdio: ["ignore", "pipe", "ignore"] });
  try {
    const [line] = await once(parent.stdout, "data");
    const child = Number(line);
    expect(isAlive(child)).toBe(true);
    process.kill(child, "SIGKILL");
    await expect.poll(() => isAlive(child)).toBe(false);
  } finally {
    parent.kill("SIGKILL");
  }
});
