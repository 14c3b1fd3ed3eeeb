import { formatKey } from "@/components/findings/row-key";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { LeftRow } from "@/lib/runs/left-kinds";
import { leftWords } from "./left-words";

/** Each row by its key, with what became of it and why. */
export function LeftTable({ rows }: { rows: LeftRow[] }) {
  return (
    <Table label="Keys of the rows that were left, and why">
      <TableHead>
        <TableRow>
          <TableHeader>Key</TableHeader>
          <TableHeader>What</TableHeader>
          <TableHeader>Why</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {rows.map(({ position, key, kind, reason }) => (
          <TableRow key={position}>
            <TableCell className="whitespace-nowrap font-mono text-xs leading-5">{formatKey(key)}</TableCell>
            <TableCell className="whitespace-nowrap">{leftWords[kind]}</TableCell>
            <TableCell className="w-full min-w-56">{reason}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}
