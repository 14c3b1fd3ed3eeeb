"use client";

import { Tabs as BaseTabs } from "@base-ui/react/tabs";
import { cn } from "./cn";

export const Tabs = BaseTabs.Root;

export function TabsList({ className, ...props }: Omit<BaseTabs.List.Props, "className"> & { className?: string }) {
  return (
    <BaseTabs.List
      {...props}
      className={cn("relative flex shrink-0 gap-1 overflow-x-auto border-b [scrollbar-width:none]", className)}
    />
  );
}

export function TabsTab({ className, ...props }: Omit<BaseTabs.Tab.Props, "className"> & { className?: string }) {
  return (
    <BaseTabs.Tab
      {...props}
      className={cn(
        "-mb-px inline-flex h-9 items-center gap-1.5 whitespace-nowrap border-transparent border-b-2 px-2.5 text-muted-foreground hover:text-foreground focus-visible:-outline-offset-2 data-active:border-primary data-active:font-medium data-active:text-foreground",
        className,
      )}
    />
  );
}

export const TabsPanel = BaseTabs.Panel;
