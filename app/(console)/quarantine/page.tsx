import type { Metadata } from "next";
import { QuarantineScreen } from "@/components/quarantine/quarantine-screen";
import { requireOperator } from "@/lib/auth/request";

export const metadata: Metadata = { title: "Quarantine" };

export default async function QuarantinePage() {
  const { role } = await requireOperator();
  return <QuarantineScreen role={role} />;
}
