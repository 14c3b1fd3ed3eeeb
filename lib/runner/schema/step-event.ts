import type { AuditEvent } from "@/lib/audit/emit";
import type { PlanStep } from "@/lib/plans/types";
import type { SchemaStepContext } from "./step-context";

/** What the audit says of a schema step: the SQL that ran and the SQL that puts it back. */
export function stepEvent(step: PlanStep, context: SchemaStepContext, message = step.title): AuditEvent {
  return {
    action: "schema.change",
    actor: context.actor,
    message: `${message}.`,
    table: step.lock.table,
    runId: context.runId,
    details: {
      position: step.position,
      sql: step.statement.sql,
      inverse: step.inverse?.sql ?? null,
      reason: context.reason,
    },
  };
}
