"use client";

import { CircleX, RotateCw } from "lucide-react";
import type { ReactNode } from "react";
import { Button } from "./button";
import { cn } from "./cn";

interface ErrorStateProps {
  title?: string;
  /** What was wrong and what to do, for people. */
  message: ReactNode;
  onRetry?: () => void;
  retrying?: boolean;
  /** Another way out. */
  action?: ReactNode;
  className?: string;
}

/** Something failed, said where the data would have been: never shown as emptiness. */
export function ErrorState({
  title = "This could not be read",
  message,
  onRetry,
  retrying,
  action,
  className,
}: ErrorStateProps) {
  return (
    <div
      role="alert"
      className={cn("flex flex-col items-center justify-center gap-1.5 px-6 py-12 text-center", className)}
    >
      <CircleX aria-hidden className="mb-1 size-6 text-danger" />
      <p className="font-medium text-base">{title}</p>
      <div className="max-w-md text-muted-foreground">{message}</div>
      {(onRetry || action) && (
        <div className="flex flex-wrap justify-center gap-2 pt-2">
          {onRetry && (
            <Button onClick={onRetry} pending={retrying}>
              {!retrying && <RotateCw aria-hidden />}
              Try again
            </Button>
          )}
          {action}
        </div>
      )}
    </div>
  );
}
