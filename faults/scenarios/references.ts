import type { ReferenceTarget } from "@/lib/checks/target";
import type { Scenario } from "../scenario";

const target = (schema: string): ReferenceTarget => ({
  kind: "reference",
  table: { schema, name: "children" },
  columns: ["parent_id"],
  parent: { schema, name: "parents" },
  parentColumns: ["id"],
  onDelete: "no action",
  constraint: "children_parent_id_fkey",
  index: "children_parent_id_idx",
  adopt: { orderBy: "id", columns: { name: { from: "firstText", column: "note", maxChars: 20, suffix: "…" } } },
});

const tables = `
  create table parents (id bigint primary key, name text not null);
  create table children (id bigint primary key, parent_id bigint, note text);
  insert into parents select n, 'parent ' || n from generate_series(1, 50) as n;`;

/** 3,000 children, of which 2,500 name one of 40 parents that are gone. */
const orphans = `${tables}
  insert into children
    select n, case when n % 6 = 0 then n % 50 + 1 else 1000 + n % 40 end, 'note ' || n from generate_series(1, 3000) as n;`;

const sound = `${tables}
  insert into children select n, n % 50 + 1, 'note ' || n from generate_series(1, 3000) as n;`;

const ofOrphans = { check: "orphan_rows", target, sql: orphans, undo: true, rows: "children" } as const;

export const referenceScenarios: Scenario[] = [
  { ...ofOrphans, repair: "delete-orphans" },
  { ...ofOrphans, repair: "set-null" },
  { ...ofOrphans, repair: "reassign-orphans", input: { parent: { id: "1" } } },
  { ...ofOrphans, repair: "adopt-orphans" },
  { repair: "add-foreign-key", check: "missing_foreign_key", target, sql: sound, undo: true, rows: null },
  {
    repair: "validate-constraint",
    check: "unvalidated_constraint",
    target,
    sql: `${sound}
      alter table children add constraint children_parent_id_fkey foreign key (parent_id) references parents not valid;`,
    undo: false,
    rows: null,
  },
  {
    repair: "add-index",
    check: "unindexed_foreign_key",
    target,
    sql: `${sound}
      alter table children add constraint children_parent_id_fkey foreign key (parent_id) references parents;`,
    undo: true,
    rows: null,
  },
];
