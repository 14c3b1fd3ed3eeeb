import { DatabaseZap } from "lucide-react";
import { EmptyState } from "@/components/ui/empty-state";
import { StatusBadge } from "@/components/ui/status-badge";
import type { RecordDefinition } from "@/lib/records/define";

export function RecordAbsent({ record }: { record: RecordDefinition }) {
  return (
    <EmptyState
      icon={DatabaseZap}
      title={`${record.schema}.${record.table} is absent in this database`}
      description="The connected database has no table of this name, so there is nothing to read. It appears here as soon as it exists."
      action={<StatusBadge status="absent" />}
    />
  );
}
