import { formatNumber } from "@/components/ui/format";
import type { Plan } from "@/lib/plans/types";

/** Will change / unchanged / skipped; a schema plan counts its steps. */
export function PlanCounts({ plan }: { plan: Plan }) {
  const counts =
    plan.form === "schema"
      ? [
          {
            label: "Schema changes",
            value: plan.willChange,
            note: schemaNote(plan),
          },
        ]
      : [
          { label: "Will change", value: plan.willChange, note: `rows of ${plan.tableName}` },
          { label: "Unchanged", value: plan.unchanged, note: "already as they should be" },
          { label: "Skipped", value: plan.skipped, note: "left alone, with the reason" },
        ];
  return (
    <dl className="grid grid-cols-3 divide-x">
      {counts.map(({ label, value, note }) => (
        <div key={label} className="flex flex-col gap-0.5 px-4 py-3 max-sm:px-3">
          <dt className="text-muted-foreground text-xs">{label}</dt>
          <dd className="flex flex-col gap-0.5">
            <span className="font-semibold text-2xl tracking-tight">{formatNumber(value)}</span>
            <span className="text-muted-foreground text-xs">{note}</span>
          </dd>
        </div>
      ))}
    </dl>
  );
}

function schemaNote({ steps }: Plan): string {
  return steps.every((step) => step.inverse !== null) ? "each with the statement that undoes it" : "in the steps below";
}
