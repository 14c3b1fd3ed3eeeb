import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { kindOptions, type StatementDraft } from "./probe-draft";

interface ExpectedFieldsProps {
  statement: StatementDraft;
  faults: Record<string, string>;
  onChange: (change: Partial<StatementDraft>) => void;
}

/** What a statement is expected to come to. */
export function ExpectedFields({ statement, faults, onChange }: ExpectedFieldsProps) {
  const { key, kind, rows, sqlstate, returns } = statement;
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="Expected" hint={kind === "prepared" ? "Where it fails, the probe is not checked." : undefined}>
          {(control) => (
            <Select
              {...control}
              options={kindOptions}
              value={kind}
              onValueChange={(next) => onChange({ kind: next })}
            />
          )}
        </Field>
        {kind === "refused" && (
          <Field label="Code" hint="23502 not null, 23503 foreign key, 23505 unique" error={faults[`sqlstate-${key}`]}>
            {(control) => (
              <Input
                {...control}
                name={`sqlstate-${key}`}
                value={sqlstate}
                maxLength={5}
                autoComplete="off"
                spellCheck={false}
                className="font-mono"
                onValueChange={(next) => onChange({ sqlstate: next })}
              />
            )}
          </Field>
        )}
        {(kind === "accepted" || kind === "prepared") && (
          <Field label="Rows" hint="May stay empty." error={faults[`rows-${key}`]}>
            {(control) => (
              <Input
                {...control}
                name={`rows-${key}`}
                value={rows}
                inputMode="numeric"
                autoComplete="off"
                onValueChange={(next) => onChange({ rows: next })}
              />
            )}
          </Field>
        )}
      </div>
      {kind === "returns" && (
        <Field
          label="Rows, in order"
          hint='As JSON, every value as text: [{"status": "active", "n": "2"}]'
          error={faults[`returns-${key}`]}
        >
          {(control) => (
            <Textarea
              {...control}
              name={`returns-${key}`}
              value={returns}
              rows={3}
              spellCheck={false}
              className="font-mono text-xs leading-5"
              onChange={(event) => onChange({ returns: event.target.value })}
            />
          )}
        </Field>
      )}
    </>
  );
}
