import type { RepairField } from "@/lib/repairs/fields";

export type RepairInput = Record<string, unknown>;

/** The form as it opens: selects as proposed, the system parent where there is one, no choice for ambiguous rows. */
export function initialInput(fields: RepairField[]): RepairInput {
  return Object.fromEntries(
    fields.map((field) => {
      if (field.kind === "select") return [field.name, field.value];
      if (field.kind === "choices" || field.kind === "assignments") return [field.name, {}];
      if (field.kind === "text") return [field.name, ""];
      return [field.name, field.systemLabel === null ? emptyKey(field.keyColumns) : "system"];
    }),
  );
}

export function emptyKey(columns: string[]): Record<string, string> {
  return Object.fromEntries(columns.map((column) => [column, ""]));
}

/** The fields that matter by what others say. */
export function askedFields(fields: RepairField[], input: RepairInput): RepairField[] {
  return fields.filter((field) => field.kind !== "assignments" || input[field.unless.field] !== field.unless.is);
}

/** A sentence on what is still missing, by field; a form without any can be previewed. */
export function missingInput(fields: RepairField[], input: RepairInput): Record<string, string> {
  const missing: Record<string, string> = {};
  for (const field of askedFields(fields, input)) {
    if (field.kind === "assignments") {
      const values = Object.values(input[field.name] ?? {});
      if (values.length === 0) missing[field.name] = "Pick the column that gets another value.";
      else if (values.some((text) => String(text).trim() === "")) missing[field.name] = "Write the new value.";
    }
    if (field.kind !== "parent" || input[field.name] === "system") continue;
    const key = Object.values(input[field.name] ?? {});
    if (key.some((part) => String(part).trim() === "")) {
      missing[field.name] = `Give the ${field.keyColumns.join(" and ")} of the row that takes them.`;
    }
  }
  return missing;
}
