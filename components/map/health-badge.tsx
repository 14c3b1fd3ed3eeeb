import { SeverityBadge } from "@/components/ui/severity-badge";
import { StatusBadge } from "@/components/ui/status-badge";
import type { Health } from "@/lib/map/types";
import { healthLabel } from "./map-words";

/** Icon, word and colour; where nothing worse than a warning fails, it is shown as one. */
export function HealthBadge({ health }: { health: Health }) {
  const label = healthLabel(health);
  if (health.status === "failing" && health.failing.error === 0)
    return <SeverityBadge severity="warning" label={label} />;
  return <StatusBadge status={health.status} label={label} />;
}
