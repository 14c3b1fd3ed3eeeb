import type { Metadata } from "next";
import { ChecksScreen } from "@/components/checks/checks-screen";
import { requireOperator } from "@/lib/auth/request";
import { atLeast } from "@/lib/auth/roles";

export const metadata: Metadata = { title: "Checks" };

export default async function ChecksPage() {
  const { email, role } = await requireOperator();
  return <ChecksScreen email={email} mayDecide={atLeast(role, "admin")} />;
}
