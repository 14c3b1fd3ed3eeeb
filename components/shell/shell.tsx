import type { ReactNode } from "react";
import { Sidebar } from "./sidebar";
import { SkipLink } from "./skip-link";
import { TopBar } from "./top-bar";
import type { ShellDatabase, ShellOperator } from "./types";

interface ShellProps {
  operator: ShellOperator;
  database: ShellDatabase;
  children: ReactNode;
}

/** What stays while pages change. */
export function Shell({ operator, database, children }: ShellProps) {
  return (
    <div className="flex min-h-dvh">
      <SkipLink />
      <Sidebar />
      <div className="flex min-w-0 flex-1 flex-col">
        <TopBar operator={operator} database={database} />
        <main id="content" tabIndex={-1} className="flex min-w-0 flex-1 flex-col outline-hidden">
          {children}
        </main>
      </div>
    </div>
  );
}
