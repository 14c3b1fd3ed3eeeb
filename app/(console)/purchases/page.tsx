import type { Metadata } from "next";
import { RecordPage } from "@/components/records/record-page";
import { requireOperator } from "@/lib/auth/request";
import { browsableRecords } from "@/lib/records/browsable";
import { recordTargets } from "@/lib/records/registry";

export const metadata: Metadata = { title: "Purchases" };

export default async function PurchasesPage() {
  await requireOperator();
  return (
    <RecordPage
      title="Purchases"
      description="Leads that agents bought, and orders of profiles."
      records={browsableRecords("purchases")}
      targets={recordTargets()}
    />
  );
}
