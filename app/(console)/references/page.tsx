import type { Metadata } from "next";
import { ReferencesScreen } from "@/components/references/references-screen";
import { requireOperator } from "@/lib/auth/request";
import { atLeast } from "@/lib/auth/roles";

export const metadata: Metadata = { title: "References" };

export default async function ReferencesPage() {
  const operator = await requireOperator();
  return <ReferencesScreen mayDecide={atLeast(operator.role, "operator")} />;
}
