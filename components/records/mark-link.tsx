import { Info, OctagonAlert, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { cn } from "@/components/ui/cn";
import { toneSoft } from "@/components/ui/tone";
import type { RecordMark } from "@/lib/findings/types";

const looks = {
  error: { icon: OctagonAlert, tone: "danger" },
  warning: { icon: TriangleAlert, tone: "warning" },
  info: { icon: Info, tone: "info" },
} as const;

interface MarkLinkProps {
  mark: RecordMark;
  /** Further findings that name the same record. */
  more?: number;
  /** In a grid the arrow keys lead here, not Tab. */
  tabIndex?: -1;
  className?: string;
}

/** Leads to the finding that names this record. */
export function MarkLink({ mark, more = 0, tabIndex, className }: MarkLinkProps) {
  const { icon: Icon, tone } = looks[mark.severity];
  return (
    <Link
      href={`/findings/${encodeURIComponent(mark.findingId)}`}
      tabIndex={tabIndex}
      prefetch={false}
      className={cn(
        "inline-flex h-6 max-w-full items-center gap-1 rounded-sm px-1.5 font-medium text-xs hover:underline",
        toneSoft[tone],
        className,
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      <span className="truncate">{mark.title}</span>
      {more > 0 && <span className="shrink-0">+{more}</span>}
    </Link>
  );
}
