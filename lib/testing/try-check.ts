import { readCatalog } from "@/lib/catalog/read-catalog";
import type { CheckCode } from "@/lib/checks/codes";
import type { Target } from "@/lib/checks/target";
import type { Engine } from "@/lib/db";
import { measure } from "@/lib/scan/measure";

/** What a check says of a target now, and the keys that its sample shows. */
export async function tryCheck(engine: Engine, check: CheckCode, target: Target) {
  const catalog = await readCatalog(engine.db);
  const [found] = await measure(engine, catalog, [{ check, target, playbook: null }]);
  if (!found) throw new Error("Nothing was measured.");
  const { status, count, how, reason, sample } = found;
  return { status, count, how, reason, sample };
}
