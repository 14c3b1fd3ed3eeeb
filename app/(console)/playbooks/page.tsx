import type { Metadata } from "next";
import { PlaybooksScreen } from "@/components/playbooks/playbooks-screen";
import { requireOperator } from "@/lib/auth/request";

export const metadata: Metadata = { title: "Playbooks" };

export default async function PlaybooksPage() {
  await requireOperator();
  return <PlaybooksScreen />;
}
