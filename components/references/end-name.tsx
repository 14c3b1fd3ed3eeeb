import type { TableName } from "@/lib/catalog/types";

/** One end of a reference: the table, and quieter its columns. */
export function EndName({ table: { schema, name }, columns }: { table: TableName; columns: string[] }) {
  return (
    <span className="min-w-0 break-words">
      {schema === "public" ? name : `${schema}.${name}`}{" "}
      <span className="font-mono font-normal text-muted-foreground text-xs">({columns.join(", ")})</span>
    </span>
  );
}
