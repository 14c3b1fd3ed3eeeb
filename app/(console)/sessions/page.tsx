import type { Metadata } from "next";
import { RecordPage } from "@/components/records/record-page";
import { browsableRecords } from "@/lib/records/browsable";
import { recordTargets } from "@/lib/records/registry";

export const metadata: Metadata = { title: "Sessions" };

export default function SessionsPage() {
  return (
    <RecordPage
      title="Sessions"
      description="Where customers came in: a table for each channel, and the multi-customer sessions."
      records={browsableRecords("sessions")}
      targets={recordTargets()}
    />
  );
}
