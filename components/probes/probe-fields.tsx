import { Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Textarea } from "@/components/ui/textarea";
import { emptyStatement, type ProbeDraft, type StatementDraft } from "./probe-draft";
import { StatementFields } from "./statement-fields";

interface ProbeFieldsProps {
  draft: ProbeDraft;
  faults: Record<string, string>;
  onChange: (change: Partial<ProbeDraft>) => void;
}

export function ProbeFields({ draft, faults, onChange }: ProbeFieldsProps) {
  const { statements } = draft;
  const change = (key: number, next: Partial<StatementDraft>) =>
    onChange({ statements: statements.map((one) => (one.key === key ? { ...one, ...next } : one)) });
  return (
    <>
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="Name" error={faults.name}>
          {(control) => (
            <Input
              {...control}
              name="name"
              value={draft.name}
              maxLength={100}
              autoComplete="off"
              onValueChange={(name) => onChange({ name })}
            />
          )}
        </Field>
        <Field label="Owner" hint="Who answers for it: a person or a team." error={faults.owner}>
          {(control) => (
            <Input
              {...control}
              name="owner"
              value={draft.owner}
              maxLength={100}
              autoComplete="off"
              onValueChange={(owner) => onChange({ owner })}
            />
          )}
        </Field>
      </div>
      <Field label="Description" hint="What the database promises by it. May stay empty.">
        {(control) => (
          <Textarea
            {...control}
            value={draft.description}
            maxLength={2_000}
            onChange={(event) => onChange({ description: event.target.value })}
          />
        )}
      </Field>
      {statements.map((statement, at) => (
        <StatementFields
          key={statement.key}
          number={at + 1}
          statement={statement}
          faults={faults}
          onChange={(next) => change(statement.key, next)}
          onRemove={
            statements.length > 1
              ? () => onChange({ statements: statements.filter(({ key }) => key !== statement.key) })
              : undefined
          }
        />
      ))}
      <Button
        size="sm"
        className="self-start"
        disabled={statements.length >= 30}
        onClick={() => onChange({ statements: [...statements, emptyStatement(nextKey(statements))] })}
      >
        <Plus aria-hidden />
        Add a statement
      </Button>
    </>
  );
}

function nextKey(statements: StatementDraft[]): number {
  return Math.max(0, ...statements.map(({ key }) => key)) + 1;
}
