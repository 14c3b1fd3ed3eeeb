import type { Metadata } from "next";
import { RecordPage } from "@/components/records/record-page";
import { requireOperator } from "@/lib/auth/request";
import { browsableRecords } from "@/lib/records/browsable";
import { recordTargets } from "@/lib/records/registry";

export const metadata: Metadata = { title: "Leads" };

export default async function LeadsPage() {
  await requireOperator();
  return (
    <RecordPage
      title="Leads"
      description="People who may buy: gathered from every channel, and those of signed-up profiles."
      records={browsableRecords("leads")}
      targets={recordTargets()}
    />
  );
}
