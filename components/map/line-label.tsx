import { CircleAlert, CircleHelp, TriangleAlert } from "lucide-react";
import Link from "next/link";
import { cn } from "@/components/ui/cn";
import { toneSoft } from "@/components/ui/tone";
import type { healthTone } from "./map-words";

const icons = { danger: CircleAlert, warning: TriangleAlert, neutral: CircleHelp };

interface LineLabelProps {
  href: string;
  /** What is wrong. */
  text: string;
  /** The reference in words, for whoever cannot see the line. */
  name: string;
  tone: ReturnType<typeof healthTone>;
  at: { x: number; y: number };
}

/** What stands on a line: the number of rows that break it, and of a mere warning only the sign. */
export function LineLabel({ href, text, name, tone, at }: LineLabelProps) {
  const Icon = icons[tone];
  return (
    <Link
      href={href}
      title={`${text}: ${name}`}
      aria-label={`${text}: ${name}`}
      style={{ transform: `translate(-50%, -50%) translate(${at.x}px, ${at.y}px)` }}
      className={cn(
        "nodrag nopan pointer-events-auto absolute inline-flex h-6 items-center gap-1 whitespace-nowrap rounded-full border border-current font-medium text-xs tabular-nums hover:underline",
        tone === "danger" ? "px-2" : "w-6 justify-center",
        toneSoft[tone === "danger" ? "danger" : "warning"],
      )}
    >
      <Icon aria-hidden className="size-3.5 shrink-0" />
      {tone === "danger" && text}
    </Link>
  );
}
