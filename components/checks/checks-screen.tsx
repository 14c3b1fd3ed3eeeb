"use client";

import { PageHeader } from "@/components/shell/page-header";
import { Tabs, TabsList, TabsPanel, TabsTab } from "@/components/ui/tabs";
import { BaselineTab } from "./baseline-tab";
import { LibraryTab } from "./library-tab";
import { ScheduleTab } from "./schedule-tab";
import { type ChecksTab, useChecksView } from "./use-checks-view";
import { WrittenTab } from "./written-tab";

interface ChecksScreenProps {
  email: string;
  /** Whether the operator may write checks, take the baseline and set the schedule. */
  mayDecide: boolean;
}

const panelClass = "flex flex-col gap-4 px-4 pt-4 pb-8 outline-hidden md:px-6";

export function ChecksScreen({ email, mayDecide }: ChecksScreenProps) {
  const { view, setView } = useChecksView();
  return (
    <>
      <PageHeader
        title="Checks"
        description="The rules that every scan measures: those that come with Plumbline and those of your own."
      />
      <Tabs value={view.tab} onValueChange={(tab: ChecksTab) => setView({ tab, edit: null })}>
        <TabsList aria-label="Checks" className="px-2 md:px-4">
          <TabsTab value="library">Library</TabsTab>
          <TabsTab value="written">Written by you</TabsTab>
          <TabsTab value="baseline">Known today</TabsTab>
          <TabsTab value="schedule">Schedule</TabsTab>
        </TabsList>
        <TabsPanel value="library" className={panelClass}>
          <LibraryTab search={view.search} onSearch={(search) => setView({ search: search || null })} />
        </TabsPanel>
        <TabsPanel value="written" className={panelClass}>
          <WrittenTab
            email={email}
            mayWrite={mayDecide}
            edit={view.edit}
            onEdit={(edit) => setView({ tab: "written", edit })}
          />
        </TabsPanel>
        <TabsPanel value="baseline" className={panelClass}>
          <BaselineTab mayTake={mayDecide} />
        </TabsPanel>
        <TabsPanel value="schedule" className={panelClass}>
          <ScheduleTab maySet={mayDecide} />
        </TabsPanel>
      </Tabs>
    </>
  );
}
