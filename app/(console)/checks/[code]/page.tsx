import type { Metadata } from "next";
import { notFound } from "next/navigation";
import { CheckScreen } from "@/components/checks/check-screen";
import { requireOperator } from "@/lib/auth/request";
import { requestContext } from "@/lib/auth/request-operator";
import { getCheck } from "@/lib/check-library/get-check";

export const metadata: Metadata = { title: "Check" };

export default async function CheckPage({ params }: { params: Promise<{ code: string }> }) {
  await requireOperator();
  const { code } = await params;
  const check = await getCheck(await requestContext(), code);
  if (!check) notFound();
  return <CheckScreen check={check} />;
}
