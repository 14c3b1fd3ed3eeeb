import type { ComponentProps } from "react";
import { cn } from "./cn";

export function Label({ className, htmlFor, children, ...props }: ComponentProps<"label">) {
  return (
    <label {...props} htmlFor={htmlFor} className={cn("font-medium text-foreground text-sm", className)}>
      {children}
    </label>
  );
}
