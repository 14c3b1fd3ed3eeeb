import type { Metadata } from "next";
import { ChainScreen } from "@/components/playbooks/chain-screen";
import { requireOperator } from "@/lib/auth/request";
import { atLeast } from "@/lib/auth/roles";

export const metadata: Metadata = { title: "Playbook in order" };

export default async function PlaybookInOrderPage({ params }: { params: Promise<{ slug: string }> }) {
  const { role } = await requireOperator();
  const { slug } = await params;
  return <ChainScreen key={slug} slug={slug} mayRepair={atLeast(role, "operator")} />;
}
