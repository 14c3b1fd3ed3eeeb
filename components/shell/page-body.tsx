import type { ReactNode } from "react";
import { cn } from "@/components/ui/cn";

/** The page below its header; `wide` for tables, otherwise kept to a readable measure. */
export function PageBody({
  wide = false,
  className,
  children,
}: {
  wide?: boolean;
  className?: string;
  children: ReactNode;
}) {
  return <div className={cn("flex flex-col gap-4 px-4 pb-8 md:px-6", !wide && "max-w-6xl", className)}>{children}</div>;
}
