import type { ComponentProps } from "react";
import { cn } from "./cn";
import { fieldClass } from "./field-class";

export function Textarea({ className, ...props }: ComponentProps<"textarea">) {
  return <textarea {...props} className={cn(fieldClass, "min-h-20 py-1.5", className)} />;
}
