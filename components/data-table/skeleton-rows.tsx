import { Skeleton } from "@/components/ui/skeleton";
import { cellClass } from "./cell-class";

const rows = Array.from({ length: 12 }, (_, row) => row);

/** Rows of the height that the real ones will have. */
export function SkeletonRows({ columns }: { columns: number }) {
  const cells = Array.from({ length: columns }, (_, column) => column);
  return rows.map((row) => (
    <tr key={row}>
      {cells.map((column) => (
        <td key={column} className={`${cellClass} h-9`}>
          <Skeleton className={column === 0 ? "h-3.5 w-32" : "h-3.5 w-20"} />
        </td>
      ))}
    </tr>
  ));
}
