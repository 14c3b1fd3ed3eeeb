import { cn } from "./cn";

export function Separator({ vertical = false, className }: { vertical?: boolean; className?: string }) {
  return (
    <div aria-hidden className={cn("shrink-0 bg-border", vertical ? "w-px self-stretch" : "h-px w-full", className)} />
  );
}
