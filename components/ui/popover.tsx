"use client";

import { Popover as BasePopover } from "@base-ui/react/popover";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { popupClass } from "./popup-class";

export const Popover = BasePopover.Root;
export const PopoverTrigger = BasePopover.Trigger;

interface PopoverContentProps {
  /** Read to a screen reader; seen when `titleShown`. */
  title: string;
  titleShown?: boolean;
  align?: "start" | "center" | "end";
  className?: string;
  children: ReactNode;
}

export function PopoverContent({
  title,
  titleShown = false,
  align = "start",
  className,
  children,
}: PopoverContentProps) {
  return (
    <BasePopover.Portal>
      <BasePopover.Positioner align={align} sideOffset={4} className="z-50">
        <BasePopover.Popup className={cn(popupClass, "w-72 max-w-[calc(100vw-2rem)] p-3", className)}>
          <BasePopover.Title className={titleShown ? "pb-2 font-medium" : "sr-only"}>{title}</BasePopover.Title>
          {children}
        </BasePopover.Popup>
      </BasePopover.Positioner>
    </BasePopover.Portal>
  );
}
