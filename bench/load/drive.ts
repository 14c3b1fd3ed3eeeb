import type { Answer, Call, Journey, Send } from "./call";
import { type Ledger, newLedger, note } from "./ledger";

interface Drive {
  send: Send;
  callers: number;
  durationMs: number;
  /** Begins one of the journeys. */
  begin(caller: number): Journey;
}

/**
 * Callers that each go on with their next request when the last one is answered. At the end nothing is cut off: every request
 * that was sent is in the books, so that they can be compared with the database's.
 */
export async function drive({ send, callers, durationMs, begin }: Drive): Promise<Ledger> {
  const ledger = newLedger();
  const end = performance.now() + durationMs;
  const goOn = async (caller: number) => {
    while (performance.now() < end) {
      const journey = begin(caller);
      let step = journey.next();
      while (!step.done && performance.now() < end) {
        const began = performance.now();
        const answer = await answerTo(send, step.value);
        note(ledger, step.value, answer, performance.now() - began);
        step = journey.next(answer);
      }
    }
  };
  await Promise.all(Array.from({ length: callers }, (_, caller) => goOn(caller)));
  return ledger;
}

async function answerTo(send: Send, call: Call): Promise<Answer> {
  try {
    return await send(call);
  } catch (error) {
    // A connection that was refused or cut is an answer nobody got.
    return { status: 0, body: { error: { id: "", message: String(error) } } };
  }
}
