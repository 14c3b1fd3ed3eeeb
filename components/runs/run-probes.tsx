import { StatusBadge } from "@/components/ui/status-badge";
import type { ProbeVerdict } from "@/lib/runs/types";

/** What the probes of the run's playbook came to, and which of them decide over the run. */
export function RunProbes({ probes }: { probes: ProbeVerdict[] }) {
  return (
    <ul aria-label="Probes" className="flex flex-col gap-1 pt-1">
      {probes.map(({ id, title, status, message, decides }) => (
        <li key={id}>
          <StatusBadge plain status={status} /> <span className="font-medium">{title}.</span>{" "}
          {status !== "green" && (
            <span className="text-muted-foreground">
              {message}
              {!decides && " This run is not judged by it."}
            </span>
          )}
        </li>
      ))}
    </ul>
  );
}
