import { Plus } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import type { ProbeView } from "@/lib/probe-runs/types";
import { ProbeItem } from "./probe-item";
import { RemoveProbeButton } from "./remove-probe-button";
import { TryProbesButton } from "./try-probes-button";
import { newProbe } from "./use-probes-view";

interface ProbeListProps {
  probes: ProbeView[];
  mayTry: boolean;
  mayWrite: boolean;
  onEdit: (id: string) => void;
}

/** The probes by their document, and those that admins wrote first. */
export function ProbeList({ probes, mayTry, mayWrite, onEdit }: ProbeListProps) {
  const written = probes.filter(({ source }) => source === "page");
  const playbooks = new Map(probes.flatMap(({ playbook }) => (playbook ? [[playbook.slug, playbook.title]] : [])));
  return (
    <>
      <div className="flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
        <p className="max-w-3xl text-muted-foreground">
          {mayTry ? "Each takes milliseconds and locks only the rows that it writes." : "Operators try probes."}{" "}
          {!mayWrite && "Admins write them. "}
          The only thing that stays is that sequences go on.
        </p>
        <div className="flex flex-wrap gap-2">
          {mayTry && <TryProbesButton probe={null} label="Try all probes" size="md" />}
          <Button variant="primary" disabled={!mayWrite} onClick={() => onEdit(newProbe)}>
            <Plus aria-hidden />
            Write a probe
          </Button>
        </div>
      </div>
      <Card aria-labelledby="written-probes">
        <CardHeader>
          <CardTitle id="written-probes">Written by you</CardTitle>
        </CardHeader>
        {written.length === 0 ? (
          <EmptyState
            title="Nobody has written a probe yet"
            description="What your own application relies on: rows that must be accepted, and rows that must not."
          />
        ) : (
          <ul className="divide-y">
            {written.map((probe) => (
              <ProbeItem
                key={probe.id}
                probe={probe}
                mayTry={mayTry}
                actions={
                  mayWrite && (
                    <>
                      <Button size="sm" aria-label={`Change ${probe.title}`} onClick={() => onEdit(probe.id)}>
                        Change
                      </Button>
                      <RemoveProbeButton id={probe.id} name={probe.title} />
                    </>
                  )
                }
              />
            ))}
          </ul>
        )}
      </Card>
      {[...playbooks].map(([slug, title]) => (
        <Card key={slug} aria-labelledby={`probes-of-${slug}`}>
          <CardHeader>
            <CardTitle id={`probes-of-${slug}`}>{title}</CardTitle>
          </CardHeader>
          <ul className="divide-y">
            {probes
              .filter(({ playbook }) => playbook?.slug === slug)
              .map((probe) => (
                <ProbeItem key={probe.id} probe={probe} mayTry={mayTry} />
              ))}
          </ul>
        </Card>
      ))}
    </>
  );
}
