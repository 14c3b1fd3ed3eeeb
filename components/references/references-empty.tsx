import { SearchX, Waypoints } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";

export function ReferencesEmpty({ filtered, onClear }: { filtered: boolean; onClear: () => void }) {
  return (
    <Card>
      {filtered ? (
        <EmptyState
          icon={SearchX}
          title="None in this state"
          description="There are references in other states, or none at all."
          action={<Button onClick={onClear}>Show all</Button>}
        />
      ) : (
        <EmptyState
          icon={Waypoints}
          title="No undeclared reference was found"
          description="A scan looks for columns that are named after another table's key and hold its values. Foreign keys say the others."
        />
      )}
    </Card>
  );
}
