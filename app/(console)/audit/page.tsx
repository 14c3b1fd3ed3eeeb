import type { Metadata } from "next";
import { AuditScreen } from "@/components/audit/audit-screen";
import { requireOperator } from "@/lib/auth/request";

export const metadata: Metadata = { title: "Audit" };

export default async function AuditPage() {
  await requireOperator();
  return <AuditScreen />;
}
