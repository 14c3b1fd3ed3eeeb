import type { ComponentProps } from "react";
import { cn } from "./cn";

interface CheckboxProps extends Omit<ComponentProps<"input">, "type"> {
  label: string;
  /** Some of what it stands for is chosen, and some is not. */
  indeterminate?: boolean;
}

/** A box for a cell of a table: its label is for who does not see, and the whole target is 24 px. */
export function Checkbox({ label, indeterminate = false, className, ...props }: CheckboxProps) {
  const mark = (input: HTMLInputElement | null) => {
    if (input) input.indeterminate = indeterminate;
  };
  return (
    <label className={cn("flex size-6 cursor-pointer items-center justify-center", className)}>
      <input {...props} ref={mark} type="checkbox" aria-label={label} className="size-4 accent-primary" />
    </label>
  );
}
