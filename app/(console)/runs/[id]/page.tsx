import type { Metadata } from "next";
import { RunScreen } from "@/components/runs/run-screen";
import { requireOperator } from "@/lib/auth/request";
import { atLeast } from "@/lib/auth/roles";

export const metadata: Metadata = { title: "Run" };

export default async function RunPage({ params }: { params: Promise<{ id: string }> }) {
  const operator = await requireOperator();
  const { id } = await params;
  return <RunScreen key={id} id={id} mayRepair={atLeast(operator.role, "operator")} />;
}
