import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";

interface WholeNumberFieldProps {
  label: string;
  hint: string;
  value: string;
  onChange: (value: string) => void;
  error: string | undefined;
}

export function WholeNumberField({ label, hint, value, onChange, error }: WholeNumberFieldProps) {
  return (
    <Field label={label} hint={hint} error={error}>
      {(control) => (
        <Input {...control} inputMode="numeric" value={value} onValueChange={onChange} autoComplete="off" />
      )}
    </Field>
  );
}
