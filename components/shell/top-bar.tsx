import { Database } from "lucide-react";
import { Badge } from "@/components/ui/badge";
import { MobileNav } from "./mobile-nav";
import { OperatorMenu } from "./operator-menu";
import { ThemeSwitch } from "./theme-switch";
import type { ShellDatabase, ShellOperator } from "./types";

const modes: Record<ShellDatabase["mode"], string> = {
  embedded: "Embedded",
  postgres: "Postgres",
  supabase: "Supabase",
};

export function TopBar({ operator, database }: { operator: ShellOperator; database: ShellDatabase }) {
  return (
    <header className="sticky top-0 z-30 flex h-12 shrink-0 items-center justify-between gap-2 border-b bg-background px-2 md:px-4">
      <div className="flex min-w-0 items-center gap-1.5">
        <MobileNav />
        <Database aria-hidden className="size-4 shrink-0 text-muted-foreground max-md:hidden" />
        <span className="truncate font-medium">
          <span className="sr-only">Connected database: </span>
          {database.name}
        </span>
        <Badge>{modes[database.mode]}</Badge>
      </div>
      <div className="flex shrink-0 items-center gap-0.5">
        <ThemeSwitch />
        <OperatorMenu operator={operator} />
      </div>
    </header>
  );
}
