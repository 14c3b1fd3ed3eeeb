import { Badge } from "@/components/ui/badge";
import { Button } from "@/components/ui/button";
import { formatNumber } from "@/components/ui/format";
import { RelativeTime } from "@/components/ui/relative-time";
import { Table, TableBody, TableCell, TableHead, TableHeader, TableRow } from "@/components/ui/table";
import type { ListedKey } from "@/lib/api-keys/types";
import { KeyState } from "./key-state";

interface KeyTableProps {
  keys: ListedKey[];
  onRotate: (key: ListedKey) => void;
  onRevoke: (key: ListedKey) => void;
}

/** Those in use first. Revoked ones stay, because the audit history names them. */
export function KeyTable({ keys, onRotate, onRevoke }: KeyTableProps) {
  return (
    <div className="p-3">
      <Table label="API keys">
        <TableHead>
          <TableRow>
            <TableHeader>Name</TableHeader>
            <TableHeader>State</TableHeader>
            <TableHeader>Good for</TableHeader>
            <TableHeader className="text-right">Calls a minute</TableHeader>
            <TableHeader>Last used</TableHeader>
            <TableHeader>
              <span className="sr-only">Actions</span>
            </TableHeader>
          </TableRow>
        </TableHead>
        <TableBody>
          {keys.map((key) => (
            <TableRow key={key.id} className="hover:bg-hover">
              <TableCell className="min-w-40">
                <span className="block break-words font-medium">{key.name}</span>
                <span className="whitespace-nowrap font-mono text-muted-foreground text-xs">plb_{key.id}_…</span>
              </TableCell>
              <TableCell>
                <KeyState apiKey={key} />
              </TableCell>
              <TableCell className="min-w-44">
                <span className="flex flex-wrap gap-1">
                  {key.scopes.map((scope) => (
                    <Badge key={scope}>{scope}</Badge>
                  ))}
                </span>
              </TableCell>
              <TableCell className="text-right tabular-nums">{formatNumber(key.ratePerMinute)}</TableCell>
              <TableCell>
                {key.lastUsedAt ? (
                  <RelativeTime at={key.lastUsedAt} />
                ) : (
                  <span className="text-muted-foreground">never</span>
                )}
              </TableCell>
              <TableCell>
                {key.revokedAt === null && (
                  <span className="flex justify-end gap-2">
                    <Button size="sm" aria-label={`Rotate ${key.name}`} onClick={() => onRotate(key)}>
                      Rotate…
                    </Button>
                    <Button size="sm" aria-label={`Revoke ${key.name}`} onClick={() => onRevoke(key)}>
                      Revoke…
                    </Button>
                  </span>
                )}
              </TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </div>
  );
}
