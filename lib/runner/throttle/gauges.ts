import { connections } from "./connections";
import type { Gauge } from "./gauge";
import { heldUp } from "./held-up";
import { lockWaits } from "./lock-waits";
import { longTransactions } from "./long-transactions";
import { replicaLag } from "./replica-lag";
import { vacuum } from "./vacuum";
import { walRate } from "./wal-rate";

/** Whoever is first in this list is named, where several are in the way. */
export const gauges: readonly Gauge[] = [heldUp, lockWaits, vacuum, replicaLag, connections, longTransactions, walRate];
