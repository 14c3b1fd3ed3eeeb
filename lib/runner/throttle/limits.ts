import type { GaugeName } from "./gauge";

/** Above `soft` a run waits; above `hard`, seen several times in a row, it pauses by itself. */
export interface Limit {
  soft: number;
  hard: number;
}

export type ThrottleLimits = Record<GaugeName, Limit>;

const minute = 60;
const never = Number.POSITIVE_INFINITY;

export const throttleLimits: ThrottleLimits = {
  heldUpMs: { soft: 100, hard: never },
  lockTries: { soft: 1, hard: never },
  replicaLagSeconds: { soft: 10, hard: 5 * minute },
  // 1 is a vacuum of the table; 2 is one that PostgreSQL must finish before its transaction numbers run out.
  vacuum: { soft: 0, hard: 1 },
  walMegabytesPerSecond: { soft: 256, hard: never },
  longTransactionSeconds: { soft: 10 * minute, hard: 240 * minute },
  connectionShare: { soft: 0.85, hard: 0.95 },
};

/** How a run waits. */
export interface Patience {
  /** The first pause; each next one is twice as long, up to the longest. */
  pauseMs: number;
  longestPauseMs: number;
  /** A run that had to wait for this long pauses by itself. */
  giveUpMs: number;
  /** A hard limit must be seen so often in a row: a moment's peak is none. */
  hardLooks: number;
}

export const patience: Patience = {
  pauseMs: 250,
  longestPauseMs: 3_000,
  giveUpMs: 30 * minute * 1_000,
  hardLooks: 3,
};

export interface ThrottleOptions {
  limits: ThrottleLimits;
  patience: Patience;
}
