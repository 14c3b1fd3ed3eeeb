import type { Metadata } from "next";
import { FindingsScreen } from "@/components/findings/findings-screen";
import { requireOperator } from "@/lib/auth/request";

export const metadata: Metadata = { title: "Findings" };

export default async function FindingsPage() {
  await requireOperator();
  return <FindingsScreen />;
}
