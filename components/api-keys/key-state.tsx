import { Ban, CircleCheck } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ListedKey } from "@/lib/api-keys/types";

/** Whether it is good, by whom and when that was decided, and how long its old secret is good beside the new one. */
export function KeyState({ apiKey }: { apiKey: ListedKey }) {
  const { revokedAt, revokedBy, rotatedAt, previousUntil, createdAt, createdBy } = apiKey;
  const changedAt = revokedAt ?? rotatedAt ?? createdAt;
  return (
    <span className="flex min-w-44 flex-col items-start gap-1">
      {revokedAt ? (
        <Badge>
          <Ban aria-hidden />
          Revoked
        </Badge>
      ) : (
        <Badge tone="success">
          <CircleCheck aria-hidden />
          Good
        </Badge>
      )}
      <span className="text-muted-foreground text-xs">
        {revokedAt ? `by ${revokedBy}` : rotatedAt ? "rotated" : `made by ${createdBy}`} <RelativeTime at={changedAt} />
      </span>
      {previousUntil && (
        <span className="text-warning text-xs">
          The old one ends <RelativeTime at={previousUntil} />
        </span>
      )}
    </span>
  );
}
