import { vi } from "vitest";
import { inProcess } from "@/lib/testing/in-process";

/** `npm start` in this process, for what ends it before anything is booted. */
export async function callStart(env: Record<string, string>): Promise<{ code: number; text: string }> {
  // By its whole name: beside it is the script of the same name, which starts at once.
  const { start } = await vi.importActual<typeof import("../start")>("../start.ts");
  const { code, out, err } = await inProcess(() => start({ isDevelopment: false }), env);
  return { code, text: out + err };
}
