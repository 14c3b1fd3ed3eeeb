import { useQuery } from "@tanstack/react-query";
import { useMemo } from "react";
import { Combobox } from "@/components/ui/combobox";
import { Field } from "@/components/ui/field";
import type { TableName } from "@/lib/catalog/types";
import type { DraftFieldsProps } from "./check-draft";
import { tablesQuery } from "./queries";

interface TableFieldProps extends Pick<DraftFieldsProps, "draft" | "onChange"> {
  fault: string | undefined;
}

/** The tables of the connected database; the one that the check is about stays even where it is gone. */
export function TableField({ draft: { schemaName, tableName }, fault, onChange }: TableFieldProps) {
  const { data, isPending, error } = useQuery(tablesQuery);
  const found = useMemo(
    () => (data ?? []).map((table) => ({ value: optionOf(table), label: `${table.schema}.${table.name}` })),
    [data],
  );
  const chosen = tableName === "" ? null : optionOf({ schema: schemaName, name: tableName });
  const isGone = chosen !== null && !found.some(({ value }) => value === chosen);
  const options = isGone
    ? [{ value: chosen, label: `${schemaName}.${tableName}${data ? " (not there any more)" : ""}` }, ...found]
    : found;
  return (
    <Field label="Table" hint="Whose rows the check names." error={fault ?? error?.message}>
      {(control) => (
        <Combobox
          {...control}
          name="tableName"
          disabled={isPending}
          options={options}
          value={chosen}
          placeholder={isPending ? "Reading the tables" : "Choose a table"}
          search="Part of its name"
          empty="No table has such a name."
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
