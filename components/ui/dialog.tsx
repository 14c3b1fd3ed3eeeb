"use client";

import { Dialog as BaseDialog } from "@base-ui/react/dialog";
import { X } from "lucide-react";
import type { ReactNode } from "react";
import { buttonVariants } from "./button-variants";
import { cn } from "./cn";
import { backdropClass, dialogClass } from "./dialog-class";

export const Dialog = BaseDialog.Root;
export const DialogTrigger = BaseDialog.Trigger;
export const DialogClose = BaseDialog.Close;

interface DialogContentProps extends Pick<BaseDialog.Popup.Props, "initialFocus" | "finalFocus"> {
  title: ReactNode;
  description?: ReactNode;
  /** Buttons, the main one last. */
  footer?: ReactNode;
  className?: string;
  children?: ReactNode;
}

export function DialogContent({ title, description, footer, className, children, ...props }: DialogContentProps) {
  return (
    <BaseDialog.Portal>
      <BaseDialog.Backdrop className={backdropClass} />
      <BaseDialog.Popup {...props} className={cn(dialogClass, className)}>
        <div className="flex items-start justify-between gap-4 px-4 pt-4">
          <div className="flex flex-col gap-1">
            <BaseDialog.Title className="font-semibold text-lg">{title}</BaseDialog.Title>
            {description && (
              <BaseDialog.Description className="text-muted-foreground">{description}</BaseDialog.Description>
            )}
          </div>
          <BaseDialog.Close aria-label="Close" className={buttonVariants({ variant: "ghost", size: "icon-sm" })}>
            <X aria-hidden />
          </BaseDialog.Close>
        </div>
        <div className="min-h-0 overflow-y-auto px-4 py-4">{children}</div>
        {footer && <div className="flex flex-wrap justify-end gap-2 border-t px-4 py-3">{footer}</div>}
      </BaseDialog.Popup>
    </BaseDialog.Portal>
  );
}
