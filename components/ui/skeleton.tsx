import { cn } from "./cn";

/** A place held while something loads; give it the size of what will come. */
export function Skeleton({ className }: { className?: string }) {
  return <span aria-hidden className={cn("block animate-pulse rounded-sm bg-muted", className)} />;
}
