import { Field } from "./field";
import { Textarea } from "./textarea";

interface ReasonFieldProps {
  value: string;
  onChange: (reason: string) => void;
  error: string | undefined;
  hint?: string;
  maxLength?: number;
  autoFocus?: boolean;
}

/** Why somebody does it. */
export function ReasonField({
  value,
  onChange,
  error,
  hint = "It is kept in the audit history.",
  maxLength = 500,
  autoFocus,
}: ReasonFieldProps) {
  return (
    <Field label="Reason" hint={hint} error={error}>
      {(control) => (
        <Textarea
          {...control}
          name="reason"
          value={value}
          maxLength={maxLength}
          autoFocus={autoFocus}
          onChange={(event) => onChange(event.target.value)}
        />
      )}
    </Field>
  );
}
