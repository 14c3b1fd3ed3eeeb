import Link from "next/link";
import type { Run } from "@/lib/runs/types";

/** Everything a run belongs to. */
export function RunLinks({ run }: { run: Run }) {
  const links = [
    run.undoOf && { href: `/runs/${run.undoOf}`, label: "The run it undid" },
    run.undoneBy && { href: `/runs/${run.undoneBy}`, label: "Undone by this run" },
    run.findingId && { href: `/findings/${run.findingId}`, label: "The finding" },
    { href: `/plans/${run.planId}`, label: "The preview" },
    { href: `/audit?run=${run.id}`, label: "Its audit rows" },
  ].filter((link) => link !== null && link !== "");
  return (
    <nav aria-label="Related" className="flex flex-wrap items-center gap-x-4 gap-y-1">
      {links.map(({ href, label }) => (
        <Link key={href} href={href} className="text-primary hover:underline">
          {label}
        </Link>
      ))}
    </nav>
  );
}
