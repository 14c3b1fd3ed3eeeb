import type { ReactNode } from "react";
import { Shell } from "@/components/shell/shell";
import { requireOperator } from "@/lib/auth/request";
import { getConfig } from "@/lib/config";
import { connectedDatabase } from "./connected-database";

export default async function ConsoleLayout({ children }: { children: ReactNode }) {
  const { email, role } = await requireOperator();
  return (
    <Shell operator={{ email, role }} database={connectedDatabase(getConfig())}>
      {children}
    </Shell>
  );
}
