import { Table, TableBody, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { RunSummary } from "@/lib/runs/types";
import { RunRow } from "./run-row";

/** On a narrow screen everything but the status stands below the repair. */
export function RunsTable({ runs }: { runs: RunSummary[] }) {
  return (
    <Table label="Runs" className="bg-card">
      <TableHead>
        <TableRow>
          <TableHeader>Status</TableHeader>
          <TableHeader>Repair and reason</TableHeader>
          <TableHeader className="max-md:hidden">Table</TableHeader>
          <TableHeader className="text-right max-md:hidden">Changed</TableHeader>
          <TableHeader className="text-right max-md:hidden">Skipped</TableHeader>
          <TableHeader className="max-md:hidden">Operator</TableHeader>
          <TableHeader className="max-md:hidden">Started</TableHeader>
        </TableRow>
      </TableHead>
      <TableBody>
        {runs.map((run) => (
          <RunRow key={run.id} run={run} />
        ))}
      </TableBody>
    </Table>
  );
}
