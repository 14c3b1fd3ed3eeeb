import { sql } from "kysely";
import type { Engine } from "@/lib/db";

/** How a call stands to the limit of its caller. */
export interface Rate {
  isAllowed: boolean;
  limit: number;
  /** What is left of this minute, as far as this process knows. */
  remaining: number;
  resetSeconds: number;
}

export interface CallsOf {
  subject: string;
  perMinute: number;
}

/** Calls of one minute that this process may let through without asking. */
interface Grant {
  left: number;
  elsewhere: number;
  limit: number;
  endsAt: number;
}

// Next bundles this module more than once in a process; the symbol makes them share what was granted.
const slot = Symbol.for("plumbline.api-grants");
const shared = globalThis as { [slot]?: Map<string, Grant | Promise<Grant>> };

/** One twentieth: two processes lose at most that of a caller's limit to each other, and never allow more. */
const parts = 20;
const maxRemembered = 10_000;

/** Counts a call. The database counts for all processes; each takes a few calls at a time from it and gives them out itself. */
export async function takeCall(engine: Engine, calls: CallsOf): Promise<Rate> {
  shared[slot] ??= new Map();
  const grants = shared[slot];
  for (;;) {
    const grant = await grants.get(calls.subject);
    if (grant && isUsable(grant)) return spend(grant);
    // Whoever waited for the same answer has asked for the next already.
    if (grants.get(calls.subject) instanceof Promise) continue;
    forgetOld(grants);
    const asked = askFor(engine, calls);
    grants.set(calls.subject, asked);
    try {
      grants.set(calls.subject, await asked);
    } catch (error) {
      grants.delete(calls.subject);
      throw error;
    }
  }
}

/** One that nothing was granted of says so until the minute is over. */
function isUsable({ left, elsewhere, endsAt }: Grant): boolean {
  return performance.now() < endsAt && (left > 0 || elsewhere <= 0);
}

function spend(grant: Grant): Rate {
  const isAllowed = grant.left > 0;
  if (isAllowed) grant.left -= 1;
  return {
    isAllowed,
    limit: grant.limit,
    remaining: grant.left + grant.elsewhere,
    resetSeconds: Math.max(1, Math.ceil((grant.endsAt - performance.now()) / 1000)),
  };
}

async function askFor({ db }: Engine, { subject, perMinute }: CallsOf): Promise<Grant> {
  const block = Math.ceil(perMinute / parts);
  const { rows } = await sql<{ taken: string; ms: number }>`
    with old as (
      delete from plumbline.api_usage
      where ctid = any(array(
        select ctid from plumbline.api_usage
        where minute < now() - interval '10 minutes' and subject <> ${subject}
        order by minute
        limit 10
        for update skip locked
      ))
    )
    insert into plumbline.api_usage as u (subject, minute, taken)
    values (${subject}, date_trunc('minute', clock_timestamp()), ${block})
    on conflict (subject) do update
    set
      minute = greatest(u.minute, excluded.minute),
      taken = excluded.taken + case when u.minute >= excluded.minute then u.taken else 0 end
    returning taken,
      extract(epoch from minute + interval '1 minute' - clock_timestamp())::double precision * 1000 as ms
  `.execute(db);
  const taken = Number(rows[0]?.taken);
  return {
    left: Math.max(0, Math.min(block, perMinute - (taken - block))),
    elsewhere: Math.max(0, perMinute - taken),
    limit: perMinute,
    endsAt: performance.now() + (rows[0]?.ms ?? 0),
  };
}

function forgetOld(grants: Map<string, Grant | Promise<Grant>>): void {
  if (grants.size < maxRemembered) return;
  for (const [subject, grant] of grants) {
    if (!(grant instanceof Promise) && grant.endsAt <= performance.now()) grants.delete(subject);
  }
}
