import path from "node:path";
import type { Context } from "@/lib/auth/context";
import { createEngine, type Engine } from "@/lib/db";
import { applyMigrations } from "@/lib/migrations/apply-migrations";
import { requiredMigrations } from "@/lib/migrations/required";
import { onConnection } from "@/lib/testing/admin";
import type { Random } from "./random";
import { bootKillable, type KillableServer } from "./server";
import { startWorkers, type Workers } from "./workers";

const root = path.resolve(import.meta.dirname, "..");
const database = "faults";

/** Where faults are made: a server, a database with Plumbline's schema, and workers that are told nothing. */
export interface Ground {
  server: KillableServer;
  workers: Workers;
  engine: Engine;
  ctx: Context;
  random: Random;
  stop(): Promise<void>;
}

export interface GroundOptions {
  workers: number;
  /** Days by which their clocks are wrong, one after the other. */
  clockDays?: number[];
}

export async function prepareGround(random: Random, { workers: count, clockDays }: GroundOptions): Promise<Ground> {
  const server = await bootKillable();
  try {
    await onConnection(server.address("postgres", "faults"), (client) => client.query(`create database ${database}`));
    const address = (application: string) => server.address(database, application);
    const migrations = await requiredMigrations("embedded", root);
    await onConnection(address("faults"), (client) => applyMigrations(client, migrations));
    const workers = await startWorkers({ address, count, clockDays });
    const engine = createEngine(address("faults"), { onIdleError: () => undefined });
    const operator = {
      id: "00000000-0000-4000-8000-000000000001",
      email: "faults@plumbline.test",
      role: "admin",
    } as const;
    return {
      server,
      workers,
      engine,
      ctx: { operator, engine, requestId: "faults" },
      random,
      stop: async () => {
        await workers.stop();
        await engine.close();
        await server.stop();
      },
    };
  } catch (error) {
    await server.stop();
    throw error;
  }
}
