import type { TableName } from "@/lib/catalog/types";
import { type RecordGroup, recordGroups } from "@/lib/records/define";
import { recordsOf } from "@/lib/records/registry";

export interface TableGroup {
  id: RecordGroup;
  title: string;
  href: string;
  tables: TableName[];
}

const titles: Record<RecordGroup, string> = {
  sessions: "Sessions",
  leads: "Leads",
  purchases: "Purchases",
  conversations: "Conversations",
};

/** The pages that people browse, with the tables behind each. */
export const tableGroups: TableGroup[] = recordGroups.map((id) => ({
  id,
  title: titles[id],
  href: `/${id}`,
  tables: recordsOf(id).map(({ schema, table }) => ({ schema, name: table })),
}));
