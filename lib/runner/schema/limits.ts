import type { LockMode } from "@/lib/repairs/define";

/** How long a schema step may wait and work. */
export interface SchemaLimits {
  /** A waiting ACCESS EXCLUSIVE makes everybody behind it wait too, so it gives up soon and tries again. */
  lockTimeoutMs: number;
  /** CREATE INDEX CONCURRENTLY waits for older transactions to end; nobody waits behind it. */
  concurrentLockTimeoutMs: number;
  tries: number;
  /** The first pause between tries; each next one is twice as long, up to the longest. */
  pauseMs: number;
  longestPauseMs: number;
  /** For statements that keep writers waiting while they work. */
  blockingStatementTimeoutMs: number;
  /** For statements that let writers go on. */
  statementTimeoutMs: number;
  /** Everybody waits for a lock whose owner has stopped between two statements. */
  idleTimeoutMs: number;
}

export const schemaLimits: SchemaLimits = {
  lockTimeoutMs: 500,
  concurrentLockTimeoutMs: 30_000,
  tries: 10,
  pauseMs: 100,
  longestPauseMs: 5_000,
  blockingStatementTimeoutMs: 60_000,
  statementTimeoutMs: 3_600_000,
  idleTimeoutMs: 5_000,
};

const blocking: readonly LockMode[] = ["SHARE", "SHARE ROW EXCLUSIVE", "ACCESS EXCLUSIVE"];

export function statementTimeout(mode: LockMode, limits: SchemaLimits): number {
  return blocking.includes(mode) ? limits.blockingStatementTimeoutMs : limits.statementTimeoutMs;
}
