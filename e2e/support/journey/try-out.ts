import { DatabaseError } from "pg";
import { withEngine } from "../engine";

/** Runs a statement and takes it back: "done", or the SQLSTATE and what refused it. */
export function tryOut(statement: string, values: unknown[] = []): Promise<string> {
  return withEngine(async (client) => {
    await client.query("begin");
    try {
      await client.query(statement, values);
      return "done";
    } catch (error) {
      if (!(error instanceof DatabaseError)) throw error;
      return `${error.code} ${error.constraint ?? error.column ?? ""}`.trim();
    } finally {
      await client.query("rollback");
    }
  });
}
