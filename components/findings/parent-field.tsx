import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { RadioGroup, RadioOption } from "@/components/ui/radio-group";
import type { ParentField as ParentFieldSpec } from "@/lib/repairs/fields";
import { emptyKey } from "./repair-input";

interface ParentFieldProps {
  field: ParentFieldSpec;
  value: unknown;
  error?: string;
  onChange: (value: unknown) => void;
}

/** Who takes the rows: the system parent, or one that the operator names by its key. */
export function ParentField({ field, value, error, onChange }: ParentFieldProps) {
  const system = value === "system";
  const key = { ...emptyKey(field.keyColumns), ...(system ? {} : (value as Record<string, string> | undefined)) };
  return (
    <fieldset className="flex flex-col gap-2">
      <legend className="pb-1.5 font-medium">{field.label}</legend>
      {field.systemLabel !== null && (
        <RadioGroup
          aria-label={field.label}
          value={system ? "system" : "row"}
          onValueChange={(choice) => onChange(choice === "system" ? "system" : emptyKey(field.keyColumns))}
        >
          <RadioOption
            value="system"
            label={capitalised(field.systemLabel)}
            description={`Created in ${field.parent.name} when it is not there yet.`}
          />
          <RadioOption value="row" label={`A row of ${field.parent.name}`} description="Named by its key." />
        </RadioGroup>
      )}
      {!system &&
        field.keyColumns.map((column) => (
          <Field key={column} label={`${field.parent.name}.${column}`} error={error}>
            {(control) => (
              <Input
                {...control}
                value={key[column]}
                onValueChange={(text) => onChange({ ...key, [column]: text })}
                autoComplete="off"
                spellCheck={false}
                className="font-mono text-xs"
              />
            )}
          </Field>
        ))}
      {field.help && <p className="text-muted-foreground text-xs">{field.help}</p>}
    </fieldset>
  );
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
