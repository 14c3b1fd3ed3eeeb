import Link from "next/link";
import { Measured } from "@/components/findings/measured";
import { HealthNumbers } from "@/components/overview/health-numbers";
import { Card } from "@/components/ui/card";
import { StatusBadge } from "@/components/ui/status-badge";
import type { PlaybookView } from "@/lib/playbooks/types";
import { playbookProgress } from "./playbook-progress";

/** An incident in the list: state, one line, how far its repairs are. */
export function PlaybookCard({ playbook }: { playbook: PlaybookView }) {
  const { done, total } = playbookProgress(playbook.steps);
  return (
    <Card className="relative gap-2 p-4 hover:bg-hover">
      <div className="flex items-start justify-between gap-3">
        <h2 className="font-semibold text-base">
          <Link href={`/playbooks/${playbook.slug}`} className="after:absolute after:inset-0">
            {playbook.title}
          </Link>
        </h2>
        <StatusBadge status={playbook.status} />
      </div>
      <p className="text-muted-foreground">{playbook.summary}</p>
      <div className="mt-auto flex flex-wrap items-center justify-between gap-x-4 gap-y-1 border-t pt-2.5">
        <HealthNumbers panel={playbook} />
        {total > 0 && (
          <span className="text-muted-foreground">
            {done} of {total} steps done
          </span>
        )}
      </div>
      <p className="text-muted-foreground text-xs">
        <Measured at={playbook.measuredAt} how={playbook.how} />
      </p>
    </Card>
  );
}
