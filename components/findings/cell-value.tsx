import { cn } from "@/components/ui/cn";

/** A value as PostgreSQL writes it; null and the empty text are told apart, in words. */
export function CellValue({ value, className }: { value: string | null | undefined; className?: string }) {
  if (value === undefined) return <span className={cn("text-muted-foreground", className)}>–</span>;
  if (value === null) return <span className={cn("text-muted-foreground italic", className)}>null</span>;
  if (value === "") return <span className={cn("text-muted-foreground italic", className)}>empty text</span>;
  return <span className={className}>{value}</span>;
}
