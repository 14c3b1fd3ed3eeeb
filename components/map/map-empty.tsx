import { CircleCheck, SearchX } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";

/** Nothing of the map is asked for. */
export function MapEmpty({ broken, onClear }: { broken: boolean; onClear: () => void }) {
  return (
    <Card>
      <EmptyState
        icon={broken ? CircleCheck : SearchX}
        title={broken ? "Nothing broken here" : "No table matches"}
        description={
          broken
            ? "No table or reference that these filters leave has an error."
            : "No table has such a name or schema."
        }
        action={<Button onClick={onClear}>Clear filters</Button>}
      />
    </Card>
  );
}
