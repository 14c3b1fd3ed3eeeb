"use client";

import { Radio } from "@base-ui/react/radio";
import { RadioGroup as BaseRadioGroup } from "@base-ui/react/radio-group";
import { type ReactNode, useId } from "react";
import { cn } from "./cn";

export function RadioGroup({ className, ...props }: Omit<BaseRadioGroup.Props, "className"> & { className?: string }) {
  return <BaseRadioGroup {...props} className={cn("flex flex-col gap-2", className)} />;
}

interface RadioOptionProps {
  value: string;
  disabled?: boolean;
  label: ReactNode;
  description?: ReactNode;
  className?: string;
}

/** One choice as a whole clickable row. */
export function RadioOption({ value, disabled, label, description, className }: RadioOptionProps) {
  const id = useId();
  return (
    <label
      htmlFor={id}
      className={cn(
        "flex items-start gap-2.5 rounded-md border p-2.5 has-data-checked:border-primary has-data-checked:bg-primary-soft has-data-disabled:opacity-60",
        className,
      )}
    >
      <Radio.Root
        id={id}
        value={value}
        disabled={disabled}
        className="mt-0.5 flex size-4 shrink-0 items-center justify-center rounded-full border border-input bg-card data-checked:border-primary data-checked:bg-primary"
      >
        <Radio.Indicator className="size-1.5 rounded-full bg-primary-foreground data-unchecked:hidden" />
      </Radio.Root>
      <span className="flex min-w-0 flex-col gap-0.5">
        <span className="font-medium">{label}</span>
        {description && <span className="text-muted-foreground text-xs">{description}</span>}
      </span>
    </label>
  );
}
