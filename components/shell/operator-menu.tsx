"use client";

import { LogOut } from "lucide-react";
import { useTransition } from "react";
import { signOut } from "@/app/(auth)/actions";
import { Button } from "@/components/ui/button";
import { buttonVariants } from "@/components/ui/button-variants";
import { cn } from "@/components/ui/cn";
import type { ShellOperator } from "./types";

const popoverId = "operator-menu";

/** Who is signed in, and the way out. The browser's own popover: it costs no code. */
export function OperatorMenu({ operator }: { operator: ShellOperator }) {
  const [pending, startTransition] = useTransition();
  return (
    <>
      <button
        type="button"
        popoverTarget={popoverId}
        aria-label={`Operator menu, ${operator.email}`}
        className={cn(buttonVariants({ variant: "ghost" }), "px-1.5")}
      >
        <span
          aria-hidden
          className="flex size-6 items-center justify-center rounded-full bg-primary-soft font-semibold text-primary text-xs uppercase"
        >
          {operator.email.slice(0, 1)}
        </span>
      </button>
      <div
        id={popoverId}
        popover="auto"
        className="inset-auto top-11 right-2 m-0 w-60 rounded-md border bg-popover p-1 text-foreground text-sm shadow-lg md:right-4"
      >
        <div className="flex flex-col px-2 py-1.5">
          <span className="truncate font-medium">{operator.email}</span>
          <span className="text-muted-foreground text-xs first-letter:uppercase">{operator.role}</span>
        </div>
        <div aria-hidden className="-mx-1 my-1 h-px bg-border" />
        <Button
          variant="ghost"
          pending={pending}
          className="w-full justify-start px-2 font-normal"
          onClick={() => startTransition(signOut)}
        >
          {!pending && <LogOut aria-hidden />}
          Sign out
        </Button>
      </div>
    </>
  );
}
