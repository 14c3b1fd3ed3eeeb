"use client";

import { RunBanner } from "@/components/runs/run-banner";
import { Tabs, TabsList, TabsPanel, TabsTab } from "@/components/ui/tabs";
import type { BrowsableRecord } from "@/lib/records/browsable";
import { RecordTable } from "./record-table";
import { emptyView, useRecordView } from "./use-record-view";

/** The tables of one page, a tab each; tab, order, filters, page and open record are all in the address. */
export function RecordBrowser({ records }: { records: BrowsableRecord[] }) {
  const { view, setView } = useRecordView();
  const record = records.find(({ slug }) => slug === view.tab) ?? records[0];
  if (!record) return null;
  return (
    <Tabs
      value={record.slug}
      onValueChange={(slug: string) => setView({ ...emptyView, tab: slug })}
      className="flex min-h-0 flex-1 flex-col"
    >
      <TabsList aria-label="Tables" className="px-2 md:px-4">
        {records.map(({ slug, title }) => (
          <TabsTab key={slug} value={slug}>
            {title}
          </TabsTab>
        ))}
      </TabsList>
      <TabsPanel value={record.slug} className="flex min-h-0 flex-1 flex-col pt-3 outline-hidden">
        <RunBanner tables={[{ schema: record.schema, name: record.table }]} className="mx-4 mb-3 md:mx-6" />
        <RecordTable key={record.slug} record={record} view={view} setView={setView} />
      </TabsPanel>
    </Tabs>
  );
}
