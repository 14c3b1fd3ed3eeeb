import type { RecordDefinition } from "@/lib/records/define";
import { writeFilter } from "./filter-text";

type Target = Pick<RecordDefinition, "group" | "slug" | "key">;

/** The page that shows one record opened, or the records that hold a value. */
export function recordHref({ group, slug, key }: Target, column: string, value: string): string {
  const search = new URLSearchParams({ tab: slug });
  if (column === key) search.set("open", value);
  else search.set("filter", writeFilter({ column, operator: "eq", value }));
  return `/${group}?${search}`;
}
