"use client";

import { Tabs, TabsList, TabsPanel, TabsTab } from "@/components/ui/tabs";
import type { RecordMarks } from "@/lib/findings/mark-records";
import type { RecordDefinition } from "@/lib/records/define";
import { RecordFields } from "./record-fields";
import { RecordFindings } from "./record-findings";
import { RelatedLinks } from "./related-links";
import { Transcript } from "./transcript";

interface RecordDetailProps {
  record: RecordDefinition;
  row: Record<string, unknown>;
  /** Undefined while they are being asked for. */
  marks: RecordMarks | undefined;
}

export function RecordDetail({ record, row, marks }: RecordDetailProps) {
  const conversation = record.transcript ? row[record.transcript] : null;
  const fields = (
    <>
      <RelatedLinks record={record} row={row} />
      <RecordFields record={record} row={row} />
    </>
  );
  return (
    <>
      <RecordFindings marks={marks} recordKey={String(row[record.key])} />
      {typeof conversation === "string" ? (
        <Tabs defaultValue="transcript">
          <TabsList aria-label="Views" className="px-2 pt-1">
            <TabsTab value="transcript">Transcript</TabsTab>
            <TabsTab value="fields">Fields</TabsTab>
          </TabsList>
          <TabsPanel value="transcript">
            <Transcript conversationId={conversation} />
          </TabsPanel>
          <TabsPanel value="fields">{fields}</TabsPanel>
        </Tabs>
      ) : (
        fields
      )}
    </>
  );
}
