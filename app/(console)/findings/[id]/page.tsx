import type { Metadata } from "next";
import { FindingScreen } from "@/components/findings/finding-screen";
import { requireOperator } from "@/lib/auth/request";
import { atLeast } from "@/lib/auth/roles";

export const metadata: Metadata = { title: "Finding" };

export default async function FindingPage({ params }: { params: Promise<{ id: string }> }) {
  const operator = await requireOperator();
  const { id } = await params;
  return <FindingScreen key={id} id={id} mayRepair={atLeast(operator.role, "operator")} />;
}
