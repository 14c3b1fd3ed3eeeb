import type { z } from "zod";
import { dropped, failedSave } from "./failed-save";
import { readAnswer } from "./read-answer";
import type { ServicesContext } from "./services-context";

interface FunctionCall<Answer> {
  /** "The purchase": what is saved, for sentences. */
  what: string;
  /** The table that the record belongs to. */
  table: string;
  record: Record<string, unknown>;
  name: string;
  parameters: Record<string, unknown>;
  answer: z.ZodType<Answer>;
}

/** A save of several statements is one SQL function, because the API has no transactions: all of it happens, or nothing. */
export async function callFunction<Answer>(context: ServicesContext, call: FunctionCall<Answer>): Promise<Answer> {
  const { what, table, record, name, parameters, answer } = call;
  const { data, error, status } = await context.client.rpc(name, parameters);
  if (error) throw await failedSave(context, what, { table, record, status, failure: error });
  if (Object.values(data ?? {}).includes(null)) {
    throw await failedSave(context, what, { table, record, status, failure: dropped });
  }
  return readAnswer(answer, data, name);
}
