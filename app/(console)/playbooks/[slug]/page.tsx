import type { Metadata } from "next";
import { PlaybookScreen } from "@/components/playbooks/playbook-screen";
import { requireOperator } from "@/lib/auth/request";

export const metadata: Metadata = { title: "Playbook" };

export default async function PlaybookPage({ params }: { params: Promise<{ slug: string }> }) {
  await requireOperator();
  const { slug } = await params;
  return <PlaybookScreen key={slug} slug={slug} />;
}
