import {
  Ban,
  CircleAlert,
  CircleCheck,
  CircleDashed,
  CircleHelp,
  CircleMinus,
  CirclePause,
  CircleX,
  LoaderCircle,
  type LucideIcon,
  Wrench,
} from "lucide-react";
import { Badge } from "./badge";
import { cn } from "./cn";
import { type Tone, toneText } from "./tone";

interface StatusLook {
  label: string;
  tone: Tone;
  icon: LucideIcon;
}

const statuses = {
  failing: { label: "Failing", tone: "danger", icon: CircleAlert },
  passing: { label: "Passing", tone: "success", icon: CircleCheck },
  healthy: { label: "Healthy", tone: "success", icon: CircleCheck },
  not_checked: { label: "Not checked", tone: "warning", icon: CircleHelp },
  absent: { label: "Absent", tone: "neutral", icon: CircleMinus },
  running: { label: "Running", tone: "info", icon: LoaderCircle },
  queued: { label: "Queued", tone: "info", icon: CircleDashed },
  pausing: { label: "Pausing", tone: "warning", icon: LoaderCircle },
  paused: { label: "Paused", tone: "warning", icon: CirclePause },
  cancelling: { label: "Cancelling", tone: "warning", icon: LoaderCircle },
  cancelled: { label: "Cancelled", tone: "neutral", icon: Ban },
  pending: { label: "Pending", tone: "neutral", icon: CircleDashed },
  succeeded: { label: "Succeeded", tone: "success", icon: CircleCheck },
  failed: { label: "Failed", tone: "danger", icon: CircleX },
  interrupted: { label: "Interrupted", tone: "warning", icon: Ban },
  repaired: { label: "Repaired", tone: "success", icon: Wrench },
  skipped: { label: "Skipped", tone: "warning", icon: CircleMinus },
  done: { label: "Done", tone: "success", icon: CircleCheck },
  to_do: { label: "To do", tone: "warning", icon: CircleDashed },
  passed: { label: "Passed", tone: "success", icon: CircleCheck },
  green: { label: "Green", tone: "success", icon: CircleCheck },
  red: { label: "Red", tone: "danger", icon: CircleX },
  error: { label: "Error", tone: "danger", icon: CircleX },
} satisfies Record<string, StatusLook>;

export type Status = keyof typeof statuses;

/** The word of a status alone, where no badge can be. */
export function statusWords(status: Status): string {
  return statuses[status].label;
}

interface StatusBadgeProps {
  status: Status;
  /** Instead of the usual word, "3 failing". */
  label?: string;
  /** Without a ground, for dense rows. */
  plain?: boolean;
  className?: string;
}

/** A status by icon, word and colour together, never by colour alone. */
export function StatusBadge({ status, label, plain = false, className }: StatusBadgeProps) {
  const { icon: Icon, tone, label: word } = statuses[status];
  const icon = <Icon aria-hidden className={cn("size-3.5 shrink-0", Icon === LoaderCircle && "animate-spin")} />;
  if (plain) {
    return (
      <span className={cn("inline-flex items-center gap-1 font-medium tabular-nums", toneText[tone], className)}>
        {icon}
        {label ?? word}
      </span>
    );
  }
  return (
    <Badge tone={tone} className={className}>
      {icon}
      {label ?? word}
    </Badge>
  );
}
