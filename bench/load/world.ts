import { randomInt, randomUUID } from "node:crypto";
import type { Pool } from "pg";

/** Who and what is there already, that callers refer to. */
export interface World {
  /** Not sold yet. */
  leads: string[];
  agents: string[];
  users: string[];
  chatAgents: string[];
  /** Conversations that several callers write to at once, each of one user. */
  shared: { conversation_id: string; user_id: string }[];
}

const leadsPerCaller = 100;
const sharedConversations = 20;

/** Reads the demo, and makes leads enough to be sold for a minute. */
export async function prepareWorld(pool: Pool, callers: number): Promise<World> {
  const ids = async (statement: string, parameters: unknown[] = []) => {
    const { rows } = await pool.query<{ id: string }>(statement, parameters);
    return rows.map(({ id }) => id);
  };
  const users = await ids("select id from public.profiles");
  return {
    leads: await ids(
      `insert into public.all_leads (name, email, source)
       select 'Load ' || n, 'load-' || gen_random_uuid() || '@example.com', 'load' from generate_series(1, $1) as n returning id`,
      [leadsPerCaller * callers],
    ),
    agents: await ids("select distinct agent_id as id from public.lead_purchases"),
    users,
    chatAgents: await ids("select distinct agent_id as id from public.conversation_sessions"),
    shared: Array.from({ length: sharedConversations }, () => ({
      conversation_id: randomUUID(),
      user_id: anyOf(users),
    })),
  };
}

export function anyOf<T>(values: readonly T[]): T {
  const value = values[randomInt(values.length)];
  if (value === undefined) throw new Error("The demo is not as it is expected: nothing to choose from.");
  return value;
}

export function chance(share: number): boolean {
  return Math.random() < share;
}
