import type { Metadata } from "next";
import { RunsScreen } from "@/components/runs/runs-screen";
import { requireOperator } from "@/lib/auth/request";

export const metadata: Metadata = { title: "Runs" };

export default async function RunsPage() {
  await requireOperator();
  return <RunsScreen />;
}
