import type { Plan } from "@/lib/plans/types";
import { sampleParts } from "./sample-parts";
import { SampleTable } from "./sample-table";

/** A few of the previewed rows, before → after; rows of different tables one after the other. */
export function PlanSample({ plan }: { plan: Plan }) {
  const parts = sampleParts(plan.sample);
  return (
    <div className="flex flex-col gap-4">
      {parts.map((part) => {
        const title = part.reason ?? `Rows of ${plan.schemaName}.${plan.tableName}`;
        return (
          <div key={part.id} className="flex flex-col gap-1.5">
            {parts.length > 1 && <h3 className="font-medium">{title}</h3>}
            <SampleTable label={`Sample, before and after: ${title}`} part={part} />
          </div>
        );
      })}
    </div>
  );
}
