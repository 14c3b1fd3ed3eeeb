import { setTimeout as sleep } from "node:timers/promises";
import type { BenchServer } from "../server";
import type { Round, Timed } from "./bars";
import { onCopy } from "./copies";
import { ourDelete, ourForeignKey } from "./ours";
import { plainDelete, plainForeignKey } from "./plain";
import { type Latency, withWriters } from "./writers";

/** Each way once, alone and beside writers, each on the database as it was found. */
export async function runRound(server: BenchServer, found: string, idleMs: number): Promise<Round> {
  const alone = <T>(work: (url: string) => Promise<T>) => onCopy(server, found, work);
  const beside = <T extends Timed>(work: (url: string) => Promise<T>) =>
    onCopy(server, found, async (url): Promise<T & { latency: Latency }> => {
      const { result, latency } = await withWriters(url, () => work(url));
      return { ...result, latency };
    });
  const idle = await onCopy(server, found, (url) => withWriters(url, () => sleep(idleMs)));
  const round = {
    idle: idle.latency,
    plainDelete: await alone(plainDelete),
    ourDelete: await alone(ourDelete),
    plainForeignKey: await alone(plainForeignKey),
    ourForeignKey: await alone(ourForeignKey),
    beside: {
      plainDelete: await beside(plainDelete),
      ourDelete: await beside(ourDelete),
      plainForeignKey: await beside(plainForeignKey),
      ourForeignKey: await beside(ourForeignKey),
    },
  };
  if (round.plainDelete.changed !== round.ourDelete.changed) {
    throw new Error(
      `The plain DELETE removed ${round.plainDelete.changed} rows and the run ${round.ourDelete.changed}.`,
    );
  }
  return round;
}
