import type { RawBuilder } from "kysely";
import { compileStatement, replaceInCode, type Statement } from "@/lib/db";
import { inlineParameters } from "@/lib/findings/inline-parameters";

/** A statement for a file: its values are written out. */
export function toText(builder: RawBuilder<unknown>): string {
  return statementText(compileStatement(builder));
}

export function statementText(statement: Statement): string {
  return ownTables(inlineParameters(statement));
}

// A repair names the plan's before-images as `plumbline.quarantine`, unquoted; names of the business are always quoted.
function ownTables(text: string): string {
  return replaceInCode(text, /\bplumbline\./, () => "plumbline_undo.");
}
