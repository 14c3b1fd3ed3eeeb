"use client";

import { Button as BaseButton } from "@base-ui/react/button";
import { LoaderCircle } from "lucide-react";
import { type ButtonVariants, buttonVariants } from "./button-variants";
import { cn } from "./cn";

export type ButtonProps = Omit<BaseButton.Props, "className"> &
  ButtonVariants & { className?: string; pending?: boolean };

/** While `pending` it stays focusable but does nothing, so a second click cannot repeat the first. */
export function Button({ className, variant, size, pending = false, disabled, children, ...props }: ButtonProps) {
  return (
    <BaseButton
      type="button"
      {...props}
      disabled={disabled || pending}
      focusableWhenDisabled={pending}
      aria-busy={pending || undefined}
      className={cn(buttonVariants({ variant, size }), className)}
    >
      {pending && <LoaderCircle aria-hidden className="animate-spin" />}
      {children}
    </BaseButton>
  );
}
