"use client";

import { Menu as BaseMenu } from "@base-ui/react/menu";
import { Check } from "lucide-react";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { optionClass, popupClass } from "./popup-class";
import { portalHome } from "./portal-home";

export const Menu = BaseMenu.Root;
export const MenuTrigger = BaseMenu.Trigger;

type Styled<Props> = Omit<Props, "className"> & { className?: string };

interface MenuContentProps {
  align?: "start" | "center" | "end";
  side?: "top" | "bottom";
  className?: string;
  children: ReactNode;
}

export function MenuContent({ align = "end", side = "bottom", className, children }: MenuContentProps) {
  return (
    <BaseMenu.Portal container={portalHome()}>
      <BaseMenu.Positioner align={align} side={side} sideOffset={4} className="z-50 outline-hidden">
        <BaseMenu.Popup
          className={cn(popupClass, "max-h-(--available-height) min-w-44 overflow-y-auto p-1", className)}
        >
          {children}
        </BaseMenu.Popup>
      </BaseMenu.Positioner>
    </BaseMenu.Portal>
  );
}

export function MenuItem({ className, ...props }: Styled<BaseMenu.Item.Props>) {
  return <BaseMenu.Item {...props} className={cn(optionClass, className)} />;
}

export function MenuCheckboxItem({ className, children, ...props }: Styled<BaseMenu.CheckboxItem.Props>) {
  return (
    <BaseMenu.CheckboxItem {...props} className={cn(optionClass, "relative pl-7", className)}>
      <BaseMenu.CheckboxItemIndicator className="absolute left-2">
        <Check aria-hidden className="size-3.5" />
      </BaseMenu.CheckboxItemIndicator>
      {children}
    </BaseMenu.CheckboxItem>
  );
}

export function MenuSeparator() {
  return <BaseMenu.Separator className="-mx-1 my-1 h-px bg-border" />;
}
