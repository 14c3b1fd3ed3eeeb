import { X } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { AssignmentsField as AssignmentsFieldSpec } from "@/lib/repairs/fields";

interface AssignmentsFieldProps {
  field: AssignmentsFieldSpec;
  value: unknown;
  error?: string;
  onChange: (value: Record<string, string>) => void;
}

/** Columns that a person picks, each with the SQL of its new value. */
export function AssignmentsField({ field, value, error, onChange }: AssignmentsFieldProps) {
  const written = (value ?? {}) as Record<string, string>;
  const chosen = Object.keys(written);
  const open = field.columns.filter((column) => !chosen.includes(column));

  function remove(column: string) {
    const { [column]: _, ...others } = written;
    onChange(others);
  }

  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="pb-1.5 font-medium">{field.label}</legend>
      {chosen.map((column) => (
        <Field key={column} label={`${column} =`} error={written[column]?.trim() ? undefined : error}>
          {(control) => (
            <span className="flex gap-1.5">
              <Input
                {...control}
                value={written[column]}
                onValueChange={(text) => onChange({ ...written, [column]: text })}
                autoComplete="off"
                spellCheck={false}
                className="flex-1 font-mono text-xs"
              />
              <Button type="button" size="icon" aria-label={`Leave ${column} as it is`} onClick={() => remove(column)}>
                <X aria-hidden />
              </Button>
            </span>
          )}
        </Field>
      ))}
      {open.length > 0 && (
        <Select
          aria-label="Set a column"
          aria-invalid={error && chosen.length === 0 ? true : undefined}
          value={null}
          placeholder={chosen.length === 0 ? "Pick a column" : "Pick another column"}
          options={open.map((column) => ({ value: column, label: column }))}
          onValueChange={(column) => onChange({ ...written, [column]: "" })}
        />
      )}
      {error && chosen.length === 0 && <p className="text-danger text-xs">{error}</p>}
      {field.help && <p className="text-muted-foreground text-xs">{field.help}</p>}
    </fieldset>
  );
}
