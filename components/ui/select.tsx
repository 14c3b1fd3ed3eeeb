import { ChevronsUpDown } from "lucide-react";
import { cn } from "./cn";
import { fieldClass } from "./field-class";

export interface SelectOption<Value extends string> {
  value: Value;
  label: string;
}

interface SelectProps<Value extends string> {
  options: readonly SelectOption<Value>[];
  value?: Value | null;
  defaultValue?: Value;
  onValueChange?: (value: Value) => void;
  /** Shown while nothing is chosen; it cannot be chosen itself. */
  placeholder?: string;
  /** Needed where no Label names it through `id`. */
  "aria-label"?: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
  id?: string;
  name?: string;
  disabled?: boolean;
  className?: string;
}

/** The browser's own list: at home on every device, and it costs no code. */
export function Select<Value extends string>({
  options,
  value,
  onValueChange,
  placeholder,
  className,
  ...props
}: SelectProps<Value>) {
  return (
    <span className={cn("relative inline-flex w-full", className)}>
      <select
        {...props}
        value={value === undefined ? undefined : (value ?? "")}
        onChange={(event) => {
          const chosen = options.find((option) => option.value === event.target.value);
          if (chosen) onValueChange?.(chosen.value);
        }}
        className={cn(fieldClass, "h-8 cursor-pointer appearance-none truncate pr-8 hover:bg-hover")}
      >
        {placeholder !== undefined && (
          <option value="" disabled hidden>
            {placeholder}
          </option>
        )}
        {options.map((option) => (
          <option key={option.value} value={option.value}>
            {option.label}
          </option>
        ))}
      </select>
      <ChevronsUpDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-2.5 size-3.5 -translate-y-1/2 text-muted-foreground"
      />
    </span>
  );
}
