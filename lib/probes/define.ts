import type { RawBuilder } from "kysely";
import { compileStatement } from "@/lib/db";
import type { ProbeCode } from "./codes";
import type { Expected, ProbeStatement } from "./types";

/** A documented write scenario. Its scenario is made anew each time, so that two at once do not meet in a key. */
export interface Probe {
  code: ProbeCode;
  title: string;
  /** What the database has to promise, in a sentence. */
  summary: string;
  /** Where one of them is absent, there is nothing to try. */
  tables: { schema: string; name: string }[];
  scenario(): ProbeStatement[];
}

/** One statement of a scenario, with its values written out: a person reads it. */
export function step(title: string, statement: RawBuilder<unknown>, expected: Expected): ProbeStatement {
  return { title, sql: compileStatement(statement).sql, role: null, expected };
}
