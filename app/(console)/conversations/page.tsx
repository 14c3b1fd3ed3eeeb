import type { Metadata } from "next";
import { ConversationLookup } from "@/components/records/conversation-lookup";
import { RecordPage } from "@/components/records/record-page";
import { requireOperator } from "@/lib/auth/request";
import { browsableRecords } from "@/lib/records/browsable";
import { recordTargets } from "@/lib/records/registry";

export const metadata: Metadata = { title: "Conversations" };

export default async function ConversationsPage() {
  await requireOperator();
  return (
    <RecordPage
      title="Conversations"
      description="Sessions with their messages as a transcript. Messages that lost their session are among the messages, marked."
      actions={<ConversationLookup />}
      records={browsableRecords("conversations")}
      targets={recordTargets()}
    />
  );
}
