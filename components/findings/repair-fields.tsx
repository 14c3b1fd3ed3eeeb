import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { RepairField } from "@/lib/repairs/fields";
import { AssignmentsField } from "./assignments-field";
import { ChoicesField } from "./choices-field";
import { ParentField } from "./parent-field";
import { askedFields, type RepairInput } from "./repair-input";

interface RepairFieldsProps {
  fields: RepairField[];
  input: RepairInput;
  errors: Record<string, string>;
  onChange: (input: RepairInput) => void;
}

/** The choices that a repair asks for before its preview. */
export function RepairFields({ fields, input, errors, onChange }: RepairFieldsProps) {
  return askedFields(fields, input).map((field) => (
    <OneField
      key={field.name}
      field={field}
      value={input[field.name]}
      error={errors[field.name]}
      onChange={(value) => onChange({ ...input, [field.name]: value })}
    />
  ));
}

interface OneFieldProps {
  field: RepairField;
  value: unknown;
  error?: string;
  onChange: (value: unknown) => void;
}

function OneField({ field, value, error, onChange }: OneFieldProps) {
  if (field.kind === "parent") return <ParentField field={field} value={value} error={error} onChange={onChange} />;
  if (field.kind === "choices") return <ChoicesField field={field} value={value} onChange={onChange} />;
  if (field.kind === "assignments")
    return <AssignmentsField field={field} value={value} error={error} onChange={onChange} />;
  if (field.kind === "text")
    return (
      <Field label={field.label} hint={field.help ?? undefined} error={error}>
        {(control) => (
          <Input
            {...control}
            value={String(value)}
            onValueChange={onChange}
            autoComplete="off"
            spellCheck={false}
            className="font-mono text-xs"
          />
        )}
      </Field>
    );
  return (
    <Field label={field.label} hint={field.help ?? undefined}>
      {(control) => <Select {...control} options={field.options} value={String(value)} onValueChange={onChange} />}
    </Field>
  );
}
