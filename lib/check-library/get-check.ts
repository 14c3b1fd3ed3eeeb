import { sql } from "kysely";
import { type Context, requireRole } from "@/lib/auth/context";
import { type CheckCode, checkCodes } from "@/lib/checks/codes";
import { checks } from "@/lib/checks/registry";
import { readFindings } from "@/lib/findings/stored-finding";
import { entryOf } from "./list-checks";
import { readDocument } from "./read-document";
import type { CheckPage } from "./types";

/** One check with its page of documentation; null where there is no check of that code. */
export async function getCheck(ctx: Context, input: string): Promise<CheckPage | null> {
  requireRole(ctx, "viewer");
  const code = checkCodes.find((known): known is CheckCode => known === input);
  if (!code) return null;
  const findings = await readFindings(ctx.engine.db, sql`f.check_code = ${code}`);
  return { ...entryOf(checks[code], findings), document: await readDocument(process.cwd(), code) };
}
