"use client";

import { Select as BaseSelect } from "@base-ui/react/select";
import { Check, ChevronsUpDown } from "lucide-react";
import { cn } from "./cn";
import { fieldClass } from "./field-class";
import { optionClass, popupClass } from "./popup-class";
import { portalHome } from "./portal-home";

export interface SelectOption<Value extends string> {
  value: Value;
  label: string;
}

interface SelectProps<Value extends string> {
  options: readonly SelectOption<Value>[];
  value?: Value | null;
  defaultValue?: Value;
  onValueChange?: (value: Value) => void;
  placeholder?: string;
  /** Needed where no Label names it through `id`. */
  "aria-label"?: string;
  "aria-describedby"?: string;
  id?: string;
  name?: string;
  disabled?: boolean;
  className?: string;
}

export function Select<Value extends string>({
  options,
  onValueChange,
  placeholder,
  className,
  ...props
}: SelectProps<Value>) {
  const { id, "aria-label": ariaLabel, "aria-describedby": describedBy, ...root } = props;
  return (
    <BaseSelect.Root
      {...root}
      items={options}
      onValueChange={(value) => {
        if (value !== null) onValueChange?.(value);
      }}
    >
      <BaseSelect.Trigger
        id={id}
        aria-label={ariaLabel}
        aria-describedby={describedBy}
        className={cn(fieldClass, "flex h-8 items-center justify-between gap-2 hover:bg-hover", className)}
      >
        <BaseSelect.Value placeholder={placeholder} className="truncate data-placeholder:text-muted-foreground" />
        <BaseSelect.Icon>
          <ChevronsUpDown aria-hidden className="size-3.5 text-muted-foreground" />
        </BaseSelect.Icon>
      </BaseSelect.Trigger>
      <BaseSelect.Portal container={portalHome()}>
        <BaseSelect.Positioner alignItemWithTrigger={false} sideOffset={4} className="z-50 outline-hidden">
          <BaseSelect.Popup
            className={cn(popupClass, "max-h-(--available-height) min-w-(--anchor-width) overflow-y-auto p-1")}
          >
            <BaseSelect.List>
              {options.map((option) => (
                <BaseSelect.Item key={option.value} value={option.value} className={cn(optionClass, "justify-between")}>
                  <BaseSelect.ItemText>{option.label}</BaseSelect.ItemText>
                  <BaseSelect.ItemIndicator>
                    <Check aria-hidden />
                  </BaseSelect.ItemIndicator>
                </BaseSelect.Item>
              ))}
            </BaseSelect.List>
          </BaseSelect.Popup>
        </BaseSelect.Positioner>
      </BaseSelect.Portal>
    </BaseSelect.Root>
  );
}
