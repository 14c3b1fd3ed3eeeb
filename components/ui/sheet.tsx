"use client";

import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import { type ReactNode, useRef } from "react";
import { buttonVariants } from "./button-variants";
import { cn } from "./cn";
import { backdropClass } from "./dialog-class";

export const Sheet = BaseDialog.Root;

const sides = {
  right: "inset-y-0 right-0 border-l data-ending-style:translate-x-full data-starting-style:translate-x-full",
  left: "inset-y-0 left-0 border-r data-ending-style:-translate-x-full data-starting-style:-translate-x-full",
} as const;

interface SheetContentProps extends Pick<BaseDialog.Popup.Props, "initialFocus" | "finalFocus" | "onKeyDown"> {
  title: ReactNode;
  description?: ReactNode;
  /** Beside the close button. */
  actions?: ReactNode;
  side?: keyof typeof sides;
  className?: string;
  children: ReactNode;
}

/** A panel at the edge of the screen; the content scrolls, the head stays. */
export function SheetContent({
  title,
  description,
  actions,
  side = "right",
  className,
  children,
  ...props
}: SheetContentProps) {
  const popup = useRef<HTMLDivElement>(null);
  return (
    <BaseDialog.Portal>
      <BaseDialog.Backdrop className={backdropClass} />
      <BaseDialog.Popup
        ref={popup}
        initialFocus={popup}
        {...props}
        className={cn(
          "fixed z-50 flex w-[34rem] max-w-[100vw] flex-col bg-popover text-foreground text-sm shadow-xl outline-hidden transition-transform duration-150 ease-out",
          sides[side],
          className,
        )}
      >
        <div className="flex items-start justify-between gap-3 border-b px-4 py-3">
          <div className="flex min-w-0 flex-col gap-0.5">
            <BaseDialog.Title className="truncate font-semibold text-base">{title}</BaseDialog.Title>
            {description && (
              <BaseDialog.Description className="truncate text-muted-foreground text-xs">
                {description}
              </BaseDialog.Description>
            )}
          </div>
          <div className="flex shrink-0 items-center gap-1">
            {actions}
            <BaseDialog.Close aria-label="Close" className={buttonVariants({ variant: "ghost", size: "icon-sm" })}>
              <X aria-hidden />
            </BaseDialog.Close>
          </div>
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto">{children}</div>
      </BaseDialog.Popup>
    </BaseDialog.Portal>
  );
}
