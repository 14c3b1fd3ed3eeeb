import type { Metadata } from "next";
import { RecordPage } from "@/components/records/record-page";
import { browsableRecords } from "@/lib/records/browsable";
import { recordTargets } from "@/lib/records/registry";

export const metadata: Metadata = { title: "Sessions" };

export default function SessionsPage() {
  return (
    <RecordPage
      title="Sessions"
      description="Where customers came in: by channel, and the sessions that several customers share a device for."
      records={browsableRecords("sessions")}
      targets={recordTargets()}
    />
  );
}
