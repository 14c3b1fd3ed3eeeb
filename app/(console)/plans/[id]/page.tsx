import type { Metadata } from "next";
import { PlanScreen } from "@/components/plans/plan-screen";
import { requireOperator } from "@/lib/auth/request";
import { atLeast } from "@/lib/auth/roles";

export const metadata: Metadata = { title: "Preview" };

export default async function PlanPage({ params }: { params: Promise<{ id: string }> }) {
  const operator = await requireOperator();
  const { id } = await params;
  return <PlanScreen key={id} id={id} mayRepair={atLeast(operator.role, "operator")} />;
}
