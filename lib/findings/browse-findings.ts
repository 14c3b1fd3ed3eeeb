import { sql } from "kysely";
import { type Context, requireRole } from "@/lib/auth/context";
import { titleOf } from "@/lib/checks/registry";
import { failingFor } from "./failing-for";
import { FindingFilter, filterOf } from "./finding-filter";
import { readFindings, type StoredFinding, summarise } from "./stored-finding";
import type { FindingSummary } from "./types";

/** More than anybody reads; the facets still count all. */
const maxShown = 500;

export interface Facet {
  value: string;
  label: string;
  count: number;
}

export interface FindingPage {
  /** The worst first. */
  findings: FindingSummary[];
  /** How many match, of which `findings` are the first. */
  total: number;
  /** For each question, how many there are of each answer when the other questions stay as they are. */
  facets: Record<FacetName, Facet[]>;
}

const questions = {
  status: ({ status }: StoredFinding) => [status, status],
  severity: ({ severity }: StoredFinding) => [severity, severity],
  standing: ({ standing }: StoredFinding) => [standing, standing],
  change: ({ change }: StoredFinding) => [change ?? "none", change ?? "none"],
  since: (finding: StoredFinding) => {
    const age = failingFor(finding, new Date()) ?? "none";
    return [age, age];
  },
  check: ({ check, target }: StoredFinding) => [
    check,
    target.kind === "custom" ? "Custom check" : titleOf(check, target),
  ],
  table: ({ target: { table } }: StoredFinding) => [
    JSON.stringify([table.schema, table.name]),
    `${table.schema}.${table.name}`,
  ],
} satisfies Record<string, (finding: StoredFinding) => [value: string, label: string]>;

export type FacetName = keyof typeof questions;

/** The findings that match, with what other answers to each question would give. */
export async function browseFindings(ctx: Context, input: FindingFilter = {}): Promise<FindingPage> {
  requireRole(ctx, "viewer");
  const filter = FindingFilter.parse(input);
  const all = await readFindings(ctx.engine.db, sql`true`);
  const shown = all.filter(filterOf(filter));
  return {
    findings: shown.slice(0, maxShown).map(summarise),
    total: shown.length,
    facets: facetsOf(all, filter),
  };
}

function facetsOf(all: StoredFinding[], filter: FindingFilter): FindingPage["facets"] {
  const entries = (Object.keys(questions) as FacetName[]).map((name) => {
    const unasked = { ...filter, [name]: undefined, ...(name === "table" && { schema: undefined }) };
    const others = all.filter(filterOf(unasked));
    const counts = new Map<string, Facet>();
    for (const finding of others) {
      const [value, label] = questions[name](finding);
      const facet = counts.get(value) ?? { value, label, count: 0 };
      counts.set(value, { ...facet, count: facet.count + 1 });
    }
    return [name, [...counts.values()].sort((left, right) => right.count - left.count)] as const;
  });
  return Object.fromEntries(entries) as FindingPage["facets"];
}
