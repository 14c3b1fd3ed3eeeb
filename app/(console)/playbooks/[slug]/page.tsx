import type { Metadata } from "next";
import { PlaybookScreen } from "@/components/playbooks/playbook-screen";
import { requireOperator } from "@/lib/auth/request";
import { atLeast } from "@/lib/auth/roles";

export const metadata: Metadata = { title: "Playbook" };

export default async function PlaybookPage({ params }: { params: Promise<{ slug: string }> }) {
  const { role } = await requireOperator();
  const { slug } = await params;
  return <PlaybookScreen key={slug} slug={slug} mayTry={atLeast(role, "operator")} />;
}
