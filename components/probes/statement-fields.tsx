import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { ExpectedFields } from "./expected-fields";
import type { StatementDraft } from "./probe-draft";

interface StatementFieldsProps {
  number: number;
  statement: StatementDraft;
  faults: Record<string, string>;
  onChange: (change: Partial<StatementDraft>) => void;
  /** Absent for the only one. */
  onRemove?: () => void;
}

export function StatementFields({ number, statement, faults, onChange, onRemove }: StatementFieldsProps) {
  const { key, title, sql, role } = statement;
  return (
    <fieldset className="flex flex-col gap-3 rounded-md border p-3">
      <legend className="px-1 font-medium">Statement {number}</legend>
      <Field label="What it shows" error={faults[`title-${key}`]}>
        {(control) => (
          <Input
            {...control}
            name={`title-${key}`}
            value={title}
            maxLength={200}
            autoComplete="off"
            onValueChange={(next) => onChange({ title: next })}
          />
        )}
      </Field>
      <Field label="SQL" hint="One SELECT, INSERT, UPDATE, DELETE or MERGE." error={faults[`sql-${key}`]}>
        {(control) => (
          <Textarea
            {...control}
            name={`sql-${key}`}
            value={sql}
            maxLength={20_000}
            rows={4}
            spellCheck={false}
            autoCapitalize="off"
            className="font-mono text-xs leading-5"
            onChange={(event) => onChange({ sql: event.target.value })}
          />
        )}
      </Field>
      <ExpectedFields statement={statement} faults={faults} onChange={onChange} />
      <Field label="In which role" hint="Like authenticated, under its rights and policies. May stay empty.">
        {(control) => (
          <Input
            {...control}
            value={role}
            maxLength={63}
            autoComplete="off"
            spellCheck={false}
            className="font-mono"
            onValueChange={(next) => onChange({ role: next })}
          />
        )}
      </Field>
      {onRemove && (
        <Button size="sm" className="self-start" aria-label={`Remove statement ${number}`} onClick={onRemove}>
          Remove
        </Button>
      )}
    </fieldset>
  );
}
