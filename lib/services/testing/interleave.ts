import fc from "fast-check";
import { AppError } from "@/lib/errors";
import type { ServicesContext } from "../services-context";

/** Several clients, each with steps of its own. */
export function clients<Step>(step: fc.Arbitrary<Step>): fc.Arbitrary<Step[][]> {
  return fc.array(fc.array(step, { minLength: 1, maxLength: 6 }), { minLength: 2, maxLength: 6 });
}

/** Every client takes its steps one after the other, all clients at once, each through one of the contexts. */
export async function interleave<Step>(
  contexts: ServicesContext[],
  plans: Step[][],
  take: (context: ServicesContext, step: Step) => Promise<unknown>,
): Promise<void> {
  const goOn = async (context: ServicesContext, steps: Step[]) => {
    for (const step of steps) {
      await take(context, step).catch((error: unknown) => {
        // Refusals are answers; anything else is a fault.
        if (!(error instanceof AppError) || error.code === "unavailable") throw error;
      });
    }
  };
  const contextOf = (client: number) => contexts[client % contexts.length] as ServicesContext;
  await Promise.all(plans.map((steps, client) => goOn(contextOf(client), steps)));
}
