"use client";

import { LogOut } from "lucide-react";
import { useTransition } from "react";
import { signOut } from "@/app/(auth)/actions";
import { Button } from "@/components/ui/button";
import { Menu, MenuContent, MenuGroup, MenuItem, MenuLabel, MenuSeparator, MenuTrigger } from "@/components/ui/menu";
import type { ShellOperator } from "./types";

export function OperatorMenu({ operator }: { operator: ShellOperator }) {
  const [pending, startTransition] = useTransition();
  return (
    <Menu>
      <MenuTrigger
        render={
          <Button
            variant="ghost"
            pending={pending}
            aria-label={`Operator menu, ${operator.email}`}
            className="px-1.5"
          />
        }
      >
        <span
          aria-hidden
          className="flex size-6 items-center justify-center rounded-full bg-primary-soft font-semibold text-primary text-xs uppercase"
        >
          {operator.email.slice(0, 1)}
        </span>
      </MenuTrigger>
      <MenuContent className="min-w-56">
        <MenuGroup>
          <MenuLabel className="flex flex-col py-1.5">
            <span className="truncate font-medium text-foreground text-sm">{operator.email}</span>
            <span className="first-letter:uppercase">{operator.role}</span>
          </MenuLabel>
        </MenuGroup>
        <MenuSeparator />
        <MenuItem onClick={() => startTransition(async () => void (await signOut()))}>
          <LogOut aria-hidden />
          Sign out
        </MenuItem>
      </MenuContent>
    </Menu>
  );
}
