import { type RawBuilder, sql } from "kysely";
import { z } from "zod";
import type { Catalog, Table } from "@/lib/catalog/types";
import { contactPairs } from "@/lib/checks/links";
import type { LinkTarget } from "@/lib/checks/target";
import { keyJson, textLiteral } from "@/lib/db";
import { creationFaults, creationRefusal } from "./created-row";
import { defineRepair } from "./define";
import type { FactQueries } from "./facts";
import { firstOf } from "./first-of";
import { requiredKey } from "./key-columns";
import { ambiguousRows, choicesIn, maxChoices } from "./link-candidates";
import { joinIdentity, leadColumns } from "./link-identity";
import type { RowJoin } from "./row-plan";
import { fromText } from "./row-values";
import { counted, nameOf } from "./wording";

const rowKey = z.string().refine((text) => isJsonObject(text), "A row is named by its key as JSON.");

/** For rows with several matches: the row's key as JSON → the key of the parent that a person picked. */
const linkInput = z.strictObject({ choices: z.record(rowKey, z.string()).default({}) });
export type LinkInput = z.infer<typeof linkInput>;

export const linkLead = defineRepair<LinkTarget, LinkInput>({
  code: "link-lead",
  title: "Link the rows",
  description:
    "Links each row to the one match that its email or phone gives, and creates the match from the row's own data where there is none. Where there are several, a person chooses.",
  form: "rows",
  mends: ["unlinked_rows", "ambiguous_links"],
  input: linkInput,
  offers: () => true,

  fields: ({ check, target, facts }) => {
    const rows = choicesIn(facts.ambiguous);
    if (check !== "ambiguous_links" || rows.length === 0) return [];
    const more =
      rows.length === maxChoices ? ` These are the first ${maxChoices}; the others come with the next preview.` : "";
    const help = `Every candidate has the row's email or its phone. A row without a choice is left alone.${more}`;
    return [{ kind: "choices", name: "choices", label: `Row of ${nameOf(target.parent)}`, help, rows }];
  },

  facts({ catalog, check, table, target, fault }): FactQueries {
    const parent = catalog.find(target.parent);
    return parent && check === "ambiguous_links" ? { ambiguous: ambiguousRows(table, parent, target, fault) } : {};
  },

  refuses: ({ catalog, target }) =>
    catalog.find(target.parent) ? null : { reason: `There is no table ${nameOf(target.parent)} to link to.` },

  plan({ catalog, table, target, input }) {
    const parent = catalog.find(target.parent);
    if (!parent) throw new Error(`There is no table ${nameOf(target.parent)}`);
    const key = requiredKey(table);
    return {
      form: "rows",
      table,
      key,
      joins: [joinIdentity(table, key, target), joinChosen(key, input)],
      skip: skipReason(catalog, parent, target),
      choice: sql`case cardinality(found.parents)
        when 0 then jsonb_build_object('create', found.image)
        when 1 then jsonb_build_object('to', found.parents[1])
        else jsonb_build_object('to', chosen.parent)
      end`,
      creates: {
        title: `Create the rows of ${nameOf(parent)} that match none`,
        table: parent,
        key: requiredKey(parent),
        columns: leadColumns(target),
        identity: [],
        rowEvent: "LEAD_CREATED",
        rowMessage: `Created from the contact data of ${nameOf(table)}`,
      },
      change: {
        kind: "update",
        set: (planId) => ({
          [target.column]: fromText(table, target.column, sql`coalesce(i.choice ->> 'to', ${madeFor(target, planId)})`),
        }),
      },
      shown: { [target.column]: sql`coalesce(i.choice ->> 'to', 'the new row')` },
      summary: ({ change, create }) =>
        `${counted(change, "row")} of ${nameOf(table)} will be linked to ${nameOf(parent)}${create > 0 ? `, where ${counted(create, "row")} will be created first` : ""}.`,
      rowEvent: "LEAD_LINKED",
      rowMessage: `Linked: ${target.column} now names the row of ${nameOf(parent)} with its email or phone`,
      effects: [],
    };
  },
});

function skipReason(catalog: Catalog, parent: Table, target: LinkTarget): RawBuilder<string | null> | null {
  const [none, several] = [sql`cardinality(found.parents) = 0`, sql`cardinality(found.parents) > 1`];
  const name = nameOf(parent);
  const impossible = creationRefusal(parent, leadColumns(target));
  return firstOf([
    {
      when: sql`${several} and chosen.parent is null`,
      reason: `Several rows of ${name} match, and nobody has chosen one.`,
    },
    {
      when: sql`${several} and chosen.parent <> all (found.parents)`,
      reason: `What was chosen for it does not match it.`,
    },
    ...(impossible ? [{ when: none, reason: impossible }] : []),
    {
      when: sql`${none} and found.torn`,
      reason: "Its email and its phone belong to two different new rows; somebody must choose once they are there.",
    },
    {
      when: sql`${none} and found.image is null`,
      reason: "It shares an email or a phone with a row that is linked first. Preview again after this run.",
    },
    ...creationFaults(catalog, parent, leadColumns(target), sql`found.image`).map(({ when, reason }) => ({
      when: sql`${none} and ${when}`,
      reason,
    })),
  ]);
}

function joinChosen(key: string[], { choices }: LinkInput): RowJoin {
  const chosen = Object.entries(choices).map(([row, parent]) => ({ key: JSON.parse(row) as unknown, parent }));
  return {
    as: "chosen",
    query: sql`select key, parent from jsonb_to_recordset(${JSON.stringify(chosen)}::jsonb) as choice (key jsonb, parent text)`,
    on: sql`chosen.key = ${keyJson("t", key)}`,
  };
}

/**
 * The key of the row that this very run has made for the item, found by what it was made with. All keys are gathered
 * into one object first: how many there are is unknown to the planner, which would compare each item with each of them.
 */
function madeFor(target: LinkTarget, planId: string): RawBuilder<unknown> {
  const identity = (image: RawBuilder<unknown>) =>
    sql`jsonb_build_array(${sql.join(contactPairs(target).map(({ parent }) => sql`${image} ->> ${textLiteral(parent)}`))})::text`;
  return sql`(
    select jsonb_object_agg(${identity(sql`q.after`)}, q.after -> ${textLiteral(target.parentKey)})
    from plumbline.quarantine as q
    join plumbline.runs as r on r.id = q.run_id
    where r.plan_id = ${planId} and q.change = 'insert' and q.position is null
  ) ->> ${identity(sql`(i.choice -> 'create')`)}`;
}

function isJsonObject(text: string): boolean {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === "object" && value !== null && !Array.isArray(value);
  } catch {
    return false;
  }
}
