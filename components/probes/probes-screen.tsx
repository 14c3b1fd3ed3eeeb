"use client";

import { PageHeader } from "@/components/shell/page-header";
import { Tabs, TabsList, TabsPanel, TabsTab } from "@/components/ui/tabs";
import { ProbeSchedule } from "./probe-schedule";
import { ProbesTab } from "./probes-tab";
import { type ProbesTab as TabName, useProbesView } from "./use-probes-view";

interface ProbesScreenProps {
  email: string;
  mayTry: boolean;
  mayWrite: boolean;
}

const panelClass = "flex flex-col gap-4 px-4 pt-4 pb-8 outline-hidden md:px-6";

export function ProbesScreen({ email, mayTry, mayWrite }: ProbesScreenProps) {
  const { view, setView } = useProbesView();
  return (
    <>
      <PageHeader
        title="Probes"
        description="What the database must accept and what it must refuse, tried for real in a transaction that is always rolled back."
      />
      <Tabs value={view.tab} onValueChange={(tab: TabName) => setView({ tab, edit: null })}>
        <TabsList aria-label="Probes" className="px-2 md:px-4">
          <TabsTab value="probes">All probes</TabsTab>
          <TabsTab value="schedule">Schedule</TabsTab>
        </TabsList>
        <TabsPanel value="probes" className={panelClass}>
          <ProbesTab
            email={email}
            mayTry={mayTry}
            mayWrite={mayWrite}
            edit={view.edit}
            onEdit={(edit) => setView({ tab: "probes", edit })}
          />
        </TabsPanel>
        <TabsPanel value="schedule" className={panelClass}>
          <ProbeSchedule maySet={mayWrite} />
        </TabsPanel>
      </Tabs>
    </>
  );
}
