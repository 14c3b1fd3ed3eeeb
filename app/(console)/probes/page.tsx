import type { Metadata } from "next";
import { ProbesScreen } from "@/components/probes/probes-screen";
import { requireOperator } from "@/lib/auth/request";
import { atLeast } from "@/lib/auth/roles";

export const metadata: Metadata = { title: "Probes" };

export default async function ProbesPage() {
  const { email, role } = await requireOperator();
  return <ProbesScreen email={email} mayTry={atLeast(role, "operator")} mayWrite={atLeast(role, "admin")} />;
}
