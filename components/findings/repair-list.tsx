import { useQueryState } from "nuqs";
import { Card, CardHeader, CardTitle } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import type { Finding } from "@/lib/findings/types";
import { RepairCard } from "./repair-card";

/** The repairs that apply to a finding. A viewer sees them all, and why they are not theirs. */
export function RepairList({ finding, mayRepair }: { finding: Finding; mayRepair: boolean }) {
  const [asked] = useQueryState("repair");
  return (
    <Card id="repairs" aria-labelledby="repairs-title">
      <CardHeader>
        <CardTitle id="repairs-title">Repairs</CardTitle>
      </CardHeader>
      {!mayRepair && finding.repairs.length > 0 && (
        <Notice title="Repairs are not yours to run" className="m-3 mb-0">
          <p>You are signed in as a viewer. Operators preview and run repairs; an admin gives that role.</p>
        </Notice>
      )}
      {finding.repairs.length > 0 ? (
        <ul className="divide-y">
          {finding.repairs.map((offer) => (
            <RepairCard
              key={offer.repair}
              findingId={finding.id}
              offer={offer}
              mayRepair={mayRepair}
              highlighted={asked === offer.repair}
            />
          ))}
        </ul>
      ) : (
        <p className="px-4 py-3 text-muted-foreground">{nothingToRepair(finding)}</p>
      )}
    </Card>
  );
}

function nothingToRepair({ status }: Finding): string {
  if (status === "passing") return "Nothing to repair: the rule holds.";
  if (status === "not_checked") return "Nothing can be repaired before it could be checked.";
  return "No repair is known for this; it needs a person who knows what the rows should say.";
}
