import type { Metadata } from "next";
import { OverviewScreen } from "@/components/overview/overview-screen";
import { requireOperator } from "@/lib/auth/request";
import { atLeast } from "@/lib/auth/roles";

export const metadata: Metadata = { title: "Overview" };

export default async function OverviewPage() {
  const operator = await requireOperator();
  return <OverviewScreen mayScan={atLeast(operator.role, "operator")} />;
}
