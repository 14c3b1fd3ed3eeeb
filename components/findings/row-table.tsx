import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import { CellValue } from "./cell-value";
import { rowId } from "./row-key";

interface RowTableProps {
  label: string;
  columns: string[];
  keyColumns?: string[];
  rows: Record<string, string | null>[];
}

/** Rows as text, every column; long values are cut on screen and whole on hover. */
export function RowTable({ label, columns, keyColumns = [], rows }: RowTableProps) {
  return (
    <Table label={label}>
      <TableHead>
        <TableRow>
          {columns.map((column) => (
            <TableHeader key={column}>{column}</TableHeader>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map((row, position) => (
          <TableRow key={rowId(row, keyColumns, position)} className="hover:bg-hover">
            {columns.map((column) => (
              <TableCell
                key={column}
                title={row[column] ?? undefined}
                className="max-w-72 truncate font-mono text-xs leading-5"
              >
                <CellValue value={row[column]} />
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
