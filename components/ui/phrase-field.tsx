import { Field } from "./field";
import { Input } from "./input";

interface PhraseFieldProps {
  /** What is to be typed. */
  phrase: string;
  value: string;
  onChange: (typed: string) => void;
  error: string | undefined;
}

/** Typed by hand where there is no way back, or where it is about many rows. */
export function PhraseField({ phrase, value, onChange, error }: PhraseFieldProps) {
  return (
    <Field label={`Type “${phrase}” to confirm`} error={error}>
      {(control) => (
        <Input
          {...control}
          name="phrase"
          value={value}
          onValueChange={onChange}
          autoComplete="off"
          spellCheck={false}
          className="font-mono text-xs"
        />
      )}
    </Field>
  );
}
