import { Info, OctagonAlert, TriangleAlert } from "lucide-react";
import { Badge } from "./badge";

const severities = {
  error: { label: "Error", tone: "danger", icon: OctagonAlert },
  warning: { label: "Warning", tone: "warning", icon: TriangleAlert },
  info: { label: "Info", tone: "info", icon: Info },
} as const;

export function SeverityBadge({ severity, label }: { severity: keyof typeof severities; label?: string }) {
  const { icon: Icon, tone, label: word } = severities[severity];
  return (
    <Badge tone={tone}>
      <Icon aria-hidden />
      {label ?? word}
    </Badge>
  );
}
