import type { SelectOption } from "@/components/ui/select";
import type { FindingFilter } from "./finding-filter";

type ChosenTable = Pick<FindingFilter, "schema" | "table">;

/** The table that is asked for, as one answer: two schemas may have tables of one name. */
export function tableChoice({ schema, table }: ChosenTable): SelectOption<string> {
  if (table === "any") return { value: "any", label: "Any table" };
  if (schema === "any") return { value: table, label: table };
  return { value: JSON.stringify([schema, table]), label: `${schema}.${table}` };
}

/** What the address says of an answer. */
export function chosenTable(value: string): { [Part in keyof ChosenTable]: string | null } {
  if (value === "any") return { schema: null, table: null };
  const [schema, table] = JSON.parse(value) as [string, string];
  return { schema, table };
}
