import { execFileSync } from "node:child_process";
import { existsSync } from "node:fs";
import { userInfo } from "node:os";
import { chromium } from "@playwright/test";

/** The shell first: it draws no window, and leaves that time to the tests. */
const systemPaths = [
  "/usr/bin/chromium-headless-shell",
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
];

const quiet = [
  "--disable-gpu",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Chromium refuses its sandbox to root. */
export const chromiumFlags = userInfo().uid === 0 ? ["--no-sandbox", ...quiet] : quiet;

/** A Chromium that starts: the system's, or the one that Playwright downloaded. */
export function findChromium(): string | undefined {
  const given = process.env.PLUMBLINE_CHROMIUM;
  if (given) return given;
  return [...systemPaths, chromium.executablePath()].find((file) => existsSync(file) && starts(file));
}

function starts(file: string): boolean {
  try {
    execFileSync(file, ["--version", "--no-sandbox"], { stdio: "pipe", timeout: 20_000 });
    return true;
  } catch {
    // There, but without its libraries, or only a stub that asks for snap.
    return false;
  }
}
