"use client";

import { AlertDialog as BaseAlertDialog } from "@base-ui/react/alert-dialog";
import type { ReactNode } from "react";
import { cn } from "./cn";
import { backdropClass, dialogClass } from "./dialog-class";

export const AlertDialog = BaseAlertDialog.Root;
export const AlertDialogClose = BaseAlertDialog.Close;

interface AlertDialogContentProps extends Pick<BaseAlertDialog.Popup.Props, "initialFocus" | "finalFocus"> {
  title: ReactNode;
  description: ReactNode;
  /** The way out first, the deed last. */
  footer: ReactNode;
  className?: string;
  children?: ReactNode;
}

/** A question that must be answered: a click outside does not dismiss it. */
export function AlertDialogContent({
  title,
  description,
  footer,
  className,
  children,
  ...props
}: AlertDialogContentProps) {
  return (
    <BaseAlertDialog.Portal>
      <BaseAlertDialog.Backdrop className={backdropClass} />
      <BaseAlertDialog.Popup {...props} className={cn(dialogClass, className)}>
        <div className="flex min-h-0 flex-col gap-1 overflow-y-auto p-4">
          <BaseAlertDialog.Title className="font-semibold text-lg">{title}</BaseAlertDialog.Title>
          <BaseAlertDialog.Description className="text-muted-foreground">{description}</BaseAlertDialog.Description>
          {children && <div className="pt-3">{children}</div>}
        </div>
        <div className="flex flex-wrap justify-end gap-2 border-t px-4 py-3">{footer}</div>
      </BaseAlertDialog.Popup>
    </BaseAlertDialog.Portal>
  );
}
