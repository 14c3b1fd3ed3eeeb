import { useQuery } from "@tanstack/react-query";
import { Field } from "@/components/ui/field";
import { Select } from "@/components/ui/select";
import type { TableName } from "@/lib/catalog/types";
import type { DraftFieldsProps } from "./check-draft";
import { tablesQuery } from "./queries";

interface TableFieldProps extends Pick<DraftFieldsProps, "draft" | "onChange"> {
  fault: string | undefined;
}

/** The tables of the connected database; the one that the check is about stays even where it is gone. */
export function TableField({ draft: { schemaName, tableName }, fault, onChange }: TableFieldProps) {
  const { data, isPending, error } = useQuery(tablesQuery);
  const found = (data ?? []).map((table) => ({ value: optionOf(table), label: `${table.schema}.${table.name}` }));
  const chosen = tableName === "" ? null : optionOf({ schema: schemaName, name: tableName });
  const isGone = chosen !== null && !found.some(({ value }) => value === chosen);
  const options = isGone
    ? [{ value: chosen, label: `${schemaName}.${tableName}${data ? " (not there any more)" : ""}` }, ...found]
    : found;
  return (
    <Field label="Table" hint="Whose rows the check names." error={fault ?? error?.message}>
      {(control) => (
        <Select
          {...control}
          name="tableName"
          options={options}
          value={chosen}
          placeholder={isPending ? "Reading the tables" : "Choose a table"}
          onValueChange={(value) => {
            const [schema, name] = JSON.parse(value) as [string, string];
            onChange({ schemaName: schema, tableName: name });
          }}
        />
      )}
    </Field>
  );
}

function optionOf({ schema, name }: TableName): string {
  return JSON.stringify([schema, name]);
}
