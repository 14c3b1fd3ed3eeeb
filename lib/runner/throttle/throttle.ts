import type { Kysely } from "kysely";
import type { TableName } from "@/lib/catalog/types";
import type { Met } from "./gauge";
import { type Held, inTheWay, judge, type Verdict } from "./judge";
import type { ThrottleOptions } from "./limits";
import { type Look, shown, takeLook } from "./take-look";

/** Why a batch came later than it could have. */
export interface HeldBack {
  reason: string | null;
  waitedMs: number;
}

export interface Throttle {
  /** Looks whether the next batch may begin; `met` is what the last one met, told once. */
  look(met: Met | null): Promise<Verdict>;
  /** The first reason since the last batch, and how long it took to pass. */
  heldBack(): HeldBack;
}

export function createThrottle(db: Kysely<unknown>, table: TableName, { limits, patience }: ThrottleOptions): Throttle {
  let before: Look | null = null;
  let held: Held | null = null;
  let heldBack: HeldBack = { reason: null, waitedMs: 0 };
  return {
    async look(met) {
      const now = await takeLook(db, table);
      if (met) heldBack = { reason: null, waitedMs: 0 };
      const nowMs = now.atSeconds * 1_000;
      const verdict = judge(inTheWay(shown(now, before, met), limits), held, nowMs, patience);
      if (held) heldBack = { ...heldBack, waitedMs: Math.round(nowMs - held.sinceMs) };
      if (verdict.kind === "wait") heldBack = { ...heldBack, reason: heldBack.reason ?? verdict.reason };
      before = now;
      held = verdict.kind === "wait" ? verdict.held : null;
      return verdict;
    },
    heldBack: () => heldBack,
  };
}
