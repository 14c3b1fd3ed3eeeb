import type { SelectOption } from "@/components/ui/select";
import type { CustomCheck } from "@/lib/custom-checks/types";

/** A check as it stands in the editor. */
export type CheckDraft = Omit<CustomCheck, "id" | "source" | "fault" | "changedAt">;

/** What a part of the editor's form is given. */
export interface DraftFieldsProps {
  draft: CheckDraft;
  faults: DraftFaults;
  onChange: (change: Partial<CheckDraft>) => void;
}

/** A sentence for each field that lacks something. */
type DraftFaults = Partial<Record<keyof CheckDraft, string>>;

export const emptyDraft = (owner: string): CheckDraft => ({
  name: "",
  description: "",
  owner,
  severity: "warning",
  schemaName: "",
  tableName: "",
  form: "predicate",
  sql: "",
});

export function draftOf({ name, description, owner, severity, schemaName, tableName, form, sql }: CustomCheck) {
  return { name, description, owner, severity, schemaName, tableName, form, sql } satisfies CheckDraft;
}

export const severityOptions: SelectOption<CheckDraft["severity"]>[] = [
  { value: "error", label: "Error" },
  { value: "warning", label: "Warning" },
  { value: "info", label: "Info" },
];

/** What is still missing, by field. The server asks the same again, and more. */
export function draftFaults(draft: CheckDraft): DraftFaults {
  const faults: DraftFaults = {};
  if (draft.name.trim().length < 3) faults.name = "Give it a name of at least three letters.";
  if (draft.owner.trim() === "") faults.owner = "Say who answers for it.";
  if (draft.tableName === "") faults.tableName = "Choose the table whose rows it names.";
  if (draft.sql.trim() === "")
    faults.sql = draft.form === "query" ? "Write the query." : "Write the condition that a faulty row meets.";
  return faults;
}
