import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import { Textarea } from "@/components/ui/textarea";
import { type DraftFieldsProps, severityOptions } from "./check-draft";
import { RuleFields } from "./rule-fields";

export function CheckFields({ draft, faults, onChange }: DraftFieldsProps) {
  return (
    <>
      <Field label="Name" hint="What lists and findings call it." error={faults.name}>
        {(control) => (
          <Input
            {...control}
            name="name"
            value={draft.name}
            maxLength={100}
            onValueChange={(name) => onChange({ name })}
            autoComplete="off"
          />
        )}
      </Field>
      <RuleFields draft={draft} faults={faults} onChange={onChange} />
      <div className="grid gap-3 sm:grid-cols-2">
        <Field label="Severity">
          {(control) => (
            <Select
              {...control}
              options={severityOptions}
              value={draft.severity}
              onValueChange={(severity) => onChange({ severity })}
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
              onValueChange={(owner) => onChange({ owner })}
              autoComplete="off"
            />
          )}
        </Field>
      </div>
      <Field label="Description" hint="What the rule is for, and what to do where it is broken. May stay empty.">
        {(control) => (
          <Textarea
            {...control}
            value={draft.description}
            maxLength={2_000}
            onChange={(event) => onChange({ description: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
