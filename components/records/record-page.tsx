import { type ReactNode, Suspense } from "react";
import { PageHeader } from "@/components/shell/page-header";
import type { BrowsableRecord } from "@/lib/records/browsable";
import { RecordBrowser } from "./record-browser";
import { type RecordTargets, RecordTargetsProvider } from "./record-targets";

interface RecordPageProps {
  title: string;
  description: string;
  actions?: ReactNode;
  records: BrowsableRecord[];
  targets: RecordTargets;
}

/** A page of tables: as high as the window, so that only the rows scroll. */
export function RecordPage({ title, description, actions, records, targets }: RecordPageProps) {
  return (
    <div className="flex h-[calc(100dvh-3rem)] min-h-[32rem] flex-col">
      <PageHeader title={title} description={description} actions={actions && <Suspense>{actions}</Suspense>} />
      <Suspense>
        <RecordTargetsProvider targets={targets}>
          <RecordBrowser records={records} />
        </RecordTargetsProvider>
      </Suspense>
    </div>
  );
}
