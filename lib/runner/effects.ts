import type { Catalog, Table } from "@/lib/catalog/types";
import type { RowPlan } from "@/lib/repairs/row-plan";
import { counted, nameOf } from "@/lib/repairs/wording";

const verbs = { delete: "DELETE", update: "UPDATE", insert: "INSERT" } as const;

/** What happens besides the change itself, in sentences: triggers that fire, rows that wait for another plan. */
export function effectsOf(catalog: Catalog, plan: RowPlan, seen: { total: number; listed: number }): string[] {
  const table = catalog.find(plan.table);
  const parent = plan.creates && catalog.find(plan.creates.table);
  return [
    ...plan.effects,
    ...(table && plan.change.kind !== "none" ? triggerEffects(table, plan.change.kind) : []),
    ...(parent ? triggerEffects(parent, "insert") : []),
    ...(plan.moves ?? []).flatMap((move) => {
      const child = catalog.find(move.table);
      return child ? triggerEffects(child, "update") : [];
    }),
    ...(seen.total > seen.listed
      ? [
          `This plan holds the first ${counted(seen.listed, "row")} of ${seen.total.toLocaleString("en")}. Preview again for the rest when it has run.`,
        ]
      : []),
  ];
}

/** Triggers of the table that a change of this kind fires. */
export function triggerEffects(table: Table, change: keyof typeof verbs): string[] {
  return firingTriggers(table, change).map(
    (name) => `The trigger ${name} of ${nameOf(table)} fires for it and may do more than this plan says.`,
  );
}

export function firingTriggers(table: Table, change: keyof typeof verbs): string[] {
  return table.triggers
    .filter(({ enabled, definition }) => enabled && new RegExp(`\\b${verbs[change]}\\b`).test(eventsOf(definition)))
    .map(({ name }) => name);
}

/** `CREATE TRIGGER … BEFORE INSERT OR UPDATE` without any name that could be taken for a verb. */
function eventsOf(definition: string): string {
  return definition.replace(/"(?:[^"]|"")*"/g, '""').split(" ON ")[0] ?? "";
}
