import type { Metadata } from "next";
import { RecordPage } from "@/components/records/record-page";
import { requireOperator } from "@/lib/auth/request";
import { browsableRecords } from "@/lib/records/browsable";
import { recordTargets } from "@/lib/records/registry";

export const metadata: Metadata = { title: "Sessions" };

export default async function SessionsPage() {
  await requireOperator();
  return (
    <RecordPage
      title="Sessions"
      description="Where customers came in: a table for each channel, and the multi-customer sessions."
      records={browsableRecords("sessions")}
      targets={recordTargets()}
    />
  );
}
