import { Field } from "@/components/ui/field";
import { RadioGroup, RadioOption } from "@/components/ui/radio-group";
import { Textarea } from "@/components/ui/textarea";
import type { DraftFieldsProps } from "./check-draft";
import { TableField } from "./table-field";

const forms = {
  predicate: {
    label: "A condition",
    description: "True for a faulty row, which is called t.",
    hint: "For example: t.total < 0 and t.status = 'paid'",
  },
  query: {
    label: "A query",
    description: "Returns the key of each faulty row.",
    hint: "For example: select o.id from orders o join lines l on l.order_id = o.id group by o.id having sum(l.amount) > 100",
  },
} as const;

/** What decides which rows the check names. */
export function RuleFields({ draft, faults, onChange }: DraftFieldsProps) {
  const { form } = draft;
  return (
    <>
      <TableField draft={draft} fault={faults.tableName} onChange={onChange} />
      <RadioGroup
        aria-label="Form"
        value={form}
        onValueChange={(value) => onChange({ form: value === "query" ? "query" : "predicate" })}
        className="grid sm:grid-cols-2"
      >
        <RadioOption value="predicate" label={forms.predicate.label} description={forms.predicate.description} />
        <RadioOption value="query" label={forms.query.label} description={forms.query.description} />
      </RadioGroup>
      <Field label="SQL" hint={forms[form].hint} error={faults.sql}>
        {(control) => (
          <Textarea
            {...control}
            name="sql"
            value={draft.sql}
            maxLength={20_000}
            rows={6}
            spellCheck={false}
            autoCapitalize="off"
            autoComplete="off"
            className="min-h-32 font-mono text-xs leading-5"
            onChange={(event) => onChange({ sql: event.target.value })}
          />
        )}
      </Field>
    </>
  );
}
