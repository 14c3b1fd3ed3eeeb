import type { CreatePlanInput } from "@/lib/plans/create-plan";
import { CommandError } from "../sentence";

type ChosenRows = Extract<CreatePlanInput["narrowing"], { only: unknown }>["only"];

/** What an option gives as JSON; what it has to hold is for the verb to say. */
export function parseJson(option: string, text: string): unknown {
  try {
    return JSON.parse(text);
  } catch (cause) {
    throw new CommandError(`${option} is not JSON.`, { cause });
  }
}

/** Rows that were named by their keys; undefined where all of them are meant. */
export function parseOnly(text: string | undefined): CreatePlanInput["narrowing"] {
  return text === undefined ? undefined : { only: parseJson("--only", text) as ChosenRows };
}
