"use client";

import { Menu } from "lucide-react";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Sheet, SheetContent, SheetTrigger } from "@/components/ui/sheet";
import { NavList } from "./nav-list";

/** The sidebar as a drawer, where the screen is too narrow to keep it open. */
export function MobileNav() {
  const [open, setOpen] = useState(false);
  return (
    <Sheet open={open} onOpenChange={setOpen}>
      <SheetTrigger render={<Button variant="ghost" size="icon" aria-label="Open the menu" className="md:hidden" />}>
        <Menu aria-hidden />
      </SheetTrigger>
      <SheetContent side="left" title="Plumbline" className="w-64 bg-sidebar">
        <NavList onNavigate={() => setOpen(false)} />
      </SheetContent>
    </Sheet>
  );
}
