import { Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { formatCount } from "@/components/ui/format";
import type { WrittenCheck } from "@/lib/check-library/types";
import { newCheck } from "./use-checks-view";
import { WrittenRow } from "./written-row";

interface WrittenListProps {
  checks: WrittenCheck[];
  mayWrite: boolean;
  onEdit: (id: string) => void;
}

export function WrittenList({ checks, mayWrite, onEdit }: WrittenListProps) {
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="max-w-3xl text-muted-foreground">
          {checks.length > 0 && `${formatCount(checks.length, "check")}. `}
          {mayWrite
            ? "A condition or a query in SQL; every scan measures it. Files in plumbline-checks/ are changed there."
            : "Admins write checks, because the SQL reads whatever Plumbline’s database user may read."}
        </p>
        <Button variant="primary" disabled={!mayWrite} onClick={() => onEdit(newCheck)}>
          <Plus aria-hidden />
          Write a check
        </Button>
      </div>
      <Card>
        {checks.length === 0 ? (
          <EmptyState
            title="Nobody has written a check yet"
            description="What your business promises itself is in no catalogue: write it down once, and every scan holds the rows to it."
          />
        ) : (
          <ul className="divide-y">
            {checks.map((check) => (
              <WrittenRow
                key={`${check.source} ${check.id}`}
                check={check}
                mayWrite={mayWrite}
                onEdit={() => onEdit(check.id)}
              />
            ))}
          </ul>
        )}
      </Card>
    </>
  );
}
