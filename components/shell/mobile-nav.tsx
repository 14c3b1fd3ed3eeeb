"use client";

import { Menu, X } from "lucide-react";
import { useRef } from "react";
import { Button } from "@/components/ui/button";
import { Logo } from "./logo";
import { NavList } from "./nav-list";

/** The sidebar as a drawer, where the screen is too narrow to keep it open. The browser's own dialog keeps the focus in it. */
export function MobileNav() {
  const drawer = useRef<HTMLDialogElement>(null);
  const close = () => drawer.current?.close();
  return (
    <>
      <Button
        variant="ghost"
        size="icon"
        aria-label="Open the menu"
        aria-haspopup="dialog"
        className="md:hidden"
        onClick={() => drawer.current?.showModal()}
      >
        <Menu aria-hidden />
      </Button>
      <dialog
        ref={drawer}
        aria-label="Menu"
        className="fixed inset-y-0 left-0 h-dvh max-h-none w-64 border-r bg-sidebar text-foreground text-sm backdrop:bg-backdrop"
        onPointerDown={(event) => event.target === event.currentTarget && close()}
      >
        <div className="flex min-h-full flex-col">
          <div className="flex h-12 shrink-0 items-center justify-between pr-2 pl-4">
            <Logo />
            <Button variant="ghost" size="icon" aria-label="Close the menu" onClick={close}>
              <X aria-hidden />
            </Button>
          </div>
          <NavList onNavigate={close} />
        </div>
      </dialog>
    </>
  );
}
