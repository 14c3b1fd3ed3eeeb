"use client";

import { Combobox as BaseCombobox } from "@base-ui/react/combobox";
import { Check, ChevronsUpDown } from "lucide-react";
import { cn } from "./cn";
import { fieldClass } from "./field-class";
import { formatNumber } from "./format";
import { optionClass, popupClass } from "./popup-class";
import { portalHome } from "./portal-home";
import type { SelectOption } from "./select";

/** More than anybody reads; whoever types sees the others. */
const maxListed = 100;

interface ComboboxProps {
  options: readonly SelectOption<string>[];
  value: string | null;
  onValueChange: (value: string) => void;
  placeholder: string;
  /** What is typed into: "Part of the table's name". */
  search: string;
  /** Where nothing matches what was typed. */
  empty: string;
  "aria-describedby"?: string;
  "aria-invalid"?: true;
  id: string;
  name?: string;
  /** While the options are still to come: what was typed by then would be lost. */
  disabled?: boolean;
}

/** One of many: a button that opens a list and a field to type a part of the name into. */
export function Combobox({ options, value, onValueChange, placeholder, search, empty, ...props }: ComboboxProps) {
  const chosen = options.find((option) => option.value === value) ?? null;
  return (
    <BaseCombobox.Root
      items={options}
      limit={maxListed}
      autoHighlight
      value={chosen}
      isItemEqualToValue={(left, right) => left.value === right.value}
      onValueChange={(option) => {
        if (option) onValueChange(option.value);
      }}
    >
      <BaseCombobox.Trigger
        {...props}
        className={cn(
          fieldClass,
          "flex h-8 cursor-pointer items-center justify-between gap-2 text-left hover:bg-hover",
        )}
      >
        <span className={cn("min-w-0 truncate", chosen === null && "text-muted-foreground")}>
          {chosen?.label ?? placeholder}
        </span>
        <ChevronsUpDown aria-hidden className="size-3.5 shrink-0 text-muted-foreground" />
      </BaseCombobox.Trigger>
      <BaseCombobox.Portal container={portalHome()}>
        <BaseCombobox.Positioner sideOffset={4} className="z-50 outline-hidden">
          <BaseCombobox.Popup
            aria-label={placeholder}
            className={cn(popupClass, "w-(--anchor-width) min-w-60 max-w-[calc(100vw-2rem)]")}
          >
            <div className="border-b p-1.5">
              <BaseCombobox.Input aria-label={search} placeholder={search} className={cn(fieldClass, "h-8")} />
            </div>
            <BaseCombobox.Empty className="px-3 py-2 text-muted-foreground empty:hidden">{empty}</BaseCombobox.Empty>
            <BaseCombobox.List
              aria-label={placeholder}
              className="max-h-[min(18rem,calc(var(--available-height)-6rem))] overflow-y-auto p-1 empty:hidden"
            >
              {(option: SelectOption<string>) => (
                <BaseCombobox.Item key={option.value} value={option} className={cn(optionClass, "relative pl-7")}>
                  <BaseCombobox.ItemIndicator className="absolute left-2">
                    <Check aria-hidden className="size-3.5" />
                  </BaseCombobox.ItemIndicator>
                  <span className="min-w-0 break-all">{option.label}</span>
                </BaseCombobox.Item>
              )}
            </BaseCombobox.List>
            {options.length > maxListed && (
              <BaseCombobox.Status className="border-t px-3 py-1.5 text-muted-foreground text-xs">
                {`At most ${formatNumber(maxListed)} of ${formatNumber(options.length)} are listed: type a part of the name.`}
              </BaseCombobox.Status>
            )}
          </BaseCombobox.Popup>
        </BaseCombobox.Positioner>
      </BaseCombobox.Portal>
    </BaseCombobox.Root>
  );
}
