import type { Batch } from "./next-batch";
import type { Taken } from "./pace";
import { type BatchContext, runBatch } from "./run-batch";
import type { Met } from "./throttle/gauge";

/** A batch whose rows are changed, and that counts once it is its turn. */
export interface BegunBatch {
  batch: Batch;
  /** It is its turn: all before it is committed. `onward` is called when the next one may begin, and `again` when it may not yet. */
  finish(next: { onward(): void; again(): Promise<void> }): Promise<Taken & Met>;
  /** Rolls it back. */
  abandon(): Promise<void>;
}

class NotItsTurn extends Error {
  override name = "NotItsTurn";
}

type Next = Parameters<BegunBatch["finish"]>[0];

export function beginBatch(context: Omit<BatchContext, "turn" | "again">, batch: Batch): BegunBatch {
  let give: (next: Next) => void = () => undefined;
  let refuse: (reason: Error) => void = () => undefined;
  let mine: Next | null = null;
  let reached = 0;
  const turn = new Promise<Next>((resolve, reject) => {
    give = resolve;
    refuse = reject;
  });
  turn.catch(() => undefined);
  const work = runBatch(
    {
      ...context,
      // What goes wrong before its turn is told when it is its turn.
      options: { ...context.options, say: async (reason) => (mine ? context.options.say?.(reason) : undefined) },
      at: (position) => {
        reached = position;
        if (mine) context.at(position);
      },
      changed: async () => {
        await turn;
        return context.changed();
      },
      turn: async () => (await turn).onward(),
      again: async () => mine?.again(),
    },
    batch,
  );
  work.catch(() => undefined);
  return {
    batch,
    finish: (next) => {
      mine = next;
      context.at(reached);
      give(next);
      return work;
    },
    abandon: async () => {
      refuse(new NotItsTurn());
      await work.catch(() => undefined);
    },
  };
}
