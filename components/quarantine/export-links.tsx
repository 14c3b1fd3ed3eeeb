import { Download } from "lucide-react";
import { buttonVariants } from "@/components/ui/button-variants";
import { exportUrl, type QuarantineFilter } from "./quarantine-filter";

/** Everything that fits as a file; who may only look is told so instead. */
export function ExportLinks({ filter, mayExport }: { filter: QuarantineFilter; mayExport: boolean }) {
  if (!mayExport) return <p className="text-muted-foreground">Operators export these rows; viewers look at them.</p>;
  return (
    <>
      {(["csv", "json"] as const).map((as) => (
        <a key={as} href={exportUrl(filter, as)} download className={buttonVariants()}>
          <Download aria-hidden />
          Export {as.toUpperCase()}
        </a>
      ))}
    </>
  );
}
