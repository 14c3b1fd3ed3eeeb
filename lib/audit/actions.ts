/** Everything that is written to the audit history. A new kind of event is a new name here. */
export const auditActions = [
  "auth.sign_in",
  "auth.sign_in_failed",
  "auth.sign_out",
  "operator.add",
  "operator.change_role",
  "operator.change_password",
  "operator.disable",
  "scan.start",
  "scan.finish",
  "scan.fail",
  "scan.cancel",
  "scan.schedule",
  "finding.dismiss",
  "finding.restore",
  "finding.baseline",
  "check.save",
  "check.remove",
  "reference.adopt",
  "reference.reject",
  "repair.preview",
  "run.start",
  "run.finish",
  "run.fail",
  "run.interrupt",
  "run.pause",
  "run.resume",
  "run.cancel",
  "run.take_over",
  "row.change",
  "row.insert",
  "row.delete",
  "row.keep",
  "schema.change",
  "quarantine.export",
  "quarantine.retention",
  "quarantine.purge",
  "command.use",
  "api_key.create",
  "api_key.rotate",
  "api_key.revoke",
  "api_key.refuse",
  "api_key.anyone",
] as const;

export type AuditAction = (typeof auditActions)[number];

/** `error_logs.error_type` of an event that has no documented name of its own. */
export function eventType(action: AuditAction): string {
  return action.replaceAll(".", "_").toUpperCase();
}
