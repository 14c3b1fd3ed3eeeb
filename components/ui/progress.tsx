"use client";

import { Progress as BaseProgress } from "@base-ui/react/progress";

interface ProgressProps {
  /** Names what advances. */
  label: string;
  value: number;
  max: number;
  className?: string;
}

export function Progress({ label, value, max, className }: ProgressProps) {
  return (
    <BaseProgress.Root aria-label={label} value={value} max={Math.max(max, 1)} className={className}>
      <BaseProgress.Track className="h-1.5 overflow-hidden rounded-full bg-muted">
        <BaseProgress.Indicator className="rounded-full bg-primary transition-[width] duration-300" />
      </BaseProgress.Track>
    </BaseProgress.Root>
  );
}
