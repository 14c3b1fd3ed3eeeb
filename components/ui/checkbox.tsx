"use client";

import { Checkbox as BaseCheckbox } from "@base-ui/react/checkbox";
import { Check, Minus } from "lucide-react";
import { cn } from "./cn";

export function Checkbox({ className, ...props }: Omit<BaseCheckbox.Root.Props, "className"> & { className?: string }) {
  return (
    <BaseCheckbox.Root
      {...props}
      className={cn(
        "relative flex size-4 shrink-0 items-center justify-center rounded-sm border border-input bg-card after:absolute after:-inset-1 data-checked:border-primary data-checked:bg-primary data-indeterminate:border-primary data-indeterminate:bg-primary data-disabled:opacity-50",
        className,
      )}
    >
      <BaseCheckbox.Indicator className="text-primary-foreground data-unchecked:hidden">
        {props.indeterminate ? <Minus aria-hidden className="size-3" /> : <Check aria-hidden className="size-3" />}
      </BaseCheckbox.Indicator>
    </BaseCheckbox.Root>
  );
}
