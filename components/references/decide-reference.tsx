import { useQueryClient } from "@tanstack/react-query";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import type { ReferenceState } from "@/lib/references/types";
import { DecisionForm } from "./decision-form";

type Decision = Exclude<ReferenceState, "suggested">;

const done: Record<Decision, string> = {
  adopted: "Adopted. The next scan checks its rows.",
  rejected: "Rejected. Its findings are gone, and no scan checks it any more.",
};

interface DecideReferenceProps {
  id: string;
  /** Names the reference to whoever hears the buttons apart from it. */
  label: string;
  state: ReferenceState;
}

/** Adopt or reject, and the other way round when somebody thinks better of it. */
export function DecideReference({ id, label, state }: DecideReferenceProps) {
  const [asking, setAsking] = useState<Decision | null>(null);
  const [decided, setDecided] = useState<Decision | null>(null);
  const client = useQueryClient();

  function settle(decision: Decision) {
    setAsking(null);
    setDecided(decision);
    return client.invalidateQueries();
  }

  return (
    <>
      <p role="status" className="font-medium empty:hidden">
        {decided === state && done[decided]}
      </p>
      {asking ? (
        <DecisionForm
          id={id}
          decision={asking}
          label={label}
          onDone={() => settle(asking)}
          onCancel={() => setAsking(null)}
        />
      ) : (
        <div className="flex flex-wrap gap-2">
          {state !== "adopted" && (
            <Button onClick={() => setAsking("adopted")} aria-label={`Adopt ${label}`}>
              Adopt
            </Button>
          )}
          {state !== "rejected" && (
            <Button onClick={() => setAsking("rejected")} aria-label={`Reject ${label}`}>
              Reject
            </Button>
          )}
        </div>
      )}
    </>
  );
}
