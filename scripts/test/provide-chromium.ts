import { userInfo } from "node:os";
import { findChromium } from "@/e2e/support/chromium";
import { type Command, runCommand } from "./run-command";

const aptGet = (...parameters: string[]): Command => ({ program: "apt-get", parameters, timeoutMs: 240_000 });

const ways: { name: string; needsRoot: boolean; commands: Command[] }[] = [
  {
    name: "Playwright's download",
    needsRoot: false,
    commands: [{ program: "playwright", parameters: ["install", "chromium"], timeoutMs: 180_000 }],
  },
  {
    name: "Debian's package",
    needsRoot: true,
    commands: [
      aptGet("update", "-qq"),
      aptGet("install", "-y", "-qq", "--no-install-recommends", "chromium-headless-shell", "fonts-liberation"),
    ],
  },
];

let once: Promise<string | null> | undefined;

/** Finds a Chromium or installs one. Returns a sentence when there is none to be had. */
export function provideChromium(): Promise<string | null> {
  once ??= provide();
  return once;
}

async function provide(): Promise<string | null> {
  if (findChromium()) return null;
  const tried: string[] = [];
  for (const { name, needsRoot, commands } of ways) {
    if (needsRoot && userInfo().uid !== 0) continue;
    const failure = await firstFailure(commands);
    if (findChromium()) return null;
    tried.push(`${name} (${failure ?? "it does not start"})`);
  }
  return `There is no Chromium, and none could be installed by ${tried.join(" or ")}: install the package chromium, or name one in PLUMBLINE_CHROMIUM.`;
}

async function firstFailure(commands: Command[]): Promise<string | null> {
  for (const command of commands) {
    try {
      const { code, output } = await runCommand(command);
      if (code !== 0) return output.trim().split("\n").at(-1) ?? `it ended with ${code}`;
    } catch (error) {
      return error instanceof Error ? error.message : String(error);
    }
  }
  return null;
}
