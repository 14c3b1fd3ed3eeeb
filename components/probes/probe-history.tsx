import { useQuery } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { RelativeTime } from "@/components/ui/relative-time";
import { StatusBadge } from "@/components/ui/status-badge";
import { historyQuery } from "./queries";

/** What a probe came to before, read when somebody asks for it. */
export function ProbeHistory({ id, title }: { id: string; title: string }) {
  const [isOpen, setOpen] = useState(false);
  const { data, isPending, error } = useQuery({ ...historyQuery(id), enabled: isOpen });
  if (!isOpen) {
    return (
      <Button size="sm" className="self-start" aria-label={`Earlier results of ${title}`} onClick={() => setOpen(true)}>
        Earlier results
      </Button>
    );
  }
  if (error && !data) return <p className="text-danger">{error.message}</p>;
  if (isPending) return <p className="text-muted-foreground">Reading the history</p>;
  return (
    <ul aria-label={`Results of ${title}`} className="flex max-h-60 flex-col gap-1 overflow-y-auto">
      {data.map(({ ranAt, status, actor }) => (
        <li key={ranAt} className="flex items-center gap-3">
          <StatusBadge plain status={status} className="w-28" />
          <RelativeTime at={ranAt} />
          <span className="text-muted-foreground">{actor}</span>
        </li>
      ))}
    </ul>
  );
}
