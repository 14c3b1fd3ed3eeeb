import { formatKey } from "@/components/findings/row-key";
import { Checkbox } from "@/components/ui/checkbox";
import { cn } from "@/components/ui/cn";
import { formatNumber } from "@/components/ui/format";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { PlanItem } from "@/lib/plans/types";

interface Choice {
  chosen: ReadonlyMap<number, PlanItem["key"]>;
  choose(items: readonly PlanItem[], isChosen: boolean): void;
}

/** Rows of the work list; with a choice, each and all of those shown can be chosen. */
export function ItemTable({ items, choice }: { items: PlanItem[]; choice: Choice | null }) {
  const explained = items.some((item) => item.reason !== null || item.resultReason !== null);
  return (
    <Table label="Rows of the work list">
      <TableHead>
        <TableRow>
          {choice && (
            <TableHeader className="w-8 pr-0">
              <ChooseAll items={items} choice={choice} />
            </TableHeader>
          )}
          <TableHeader className="w-16 text-right">No.</TableHeader>
          <TableHeader>Key</TableHeader>
          {explained && <TableHeader>Why</TableHeader>}
        </TableRow>
      </TableHead>
      <TableBody>
        {items.map((item) => (
          <TableRow key={item.position}>
            {choice && (
              <TableCell className="py-0.5 pr-0">
                <Checkbox
                  label={`Choose ${formatKey(item.key)}`}
                  checked={choice.chosen.has(item.position)}
                  onChange={(event) => choice.choose([item], event.target.checked)}
                />
              </TableCell>
            )}
            <TableCell className="text-right text-muted-foreground">{formatNumber(item.position)}</TableCell>
            <TableCell className={cn("whitespace-nowrap font-mono text-xs leading-5", !explained && "w-full")}>
              {formatKey(item.key)}
            </TableCell>
            {explained && <TableCell className="w-full min-w-64">{item.resultReason ?? item.reason}</TableCell>}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  );
}

function ChooseAll({ items, choice }: { items: PlanItem[]; choice: Choice }) {
  const count = items.filter(({ position }) => choice.chosen.has(position)).length;
  return (
    <Checkbox
      label={`Choose all ${formatNumber(items.length)} rows that are shown`}
      checked={count === items.length}
      indeterminate={count > 0 && count < items.length}
      onChange={(event) => choice.choose(items, event.target.checked)}
    />
  );
}
