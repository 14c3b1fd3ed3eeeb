"use client";

import { Input as BaseInput } from "@base-ui/react/input";
import { cn } from "./cn";
import { fieldClass } from "./field-class";

export function Input({ className, ...props }: Omit<BaseInput.Props, "className"> & { className?: string }) {
  return <BaseInput {...props} className={cn(fieldClass, "h-8", className)} />;
}
