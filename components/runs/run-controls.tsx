import { useMutation } from "@tanstack/react-query";
import { ArrowRightLeft, type LucideIcon, Pause, Play, Square } from "lucide-react";
import dynamic from "next/dynamic";
import { type RefObject, useState } from "react";
import { pauseRunAction, resumeRunAction } from "@/app/(console)/runs/actions";
import { act } from "@/components/shell/act";
import { Button } from "@/components/ui/button";
import type { Run, RunAsk, RunStatus } from "@/lib/runs/types";
import { useRunMoved } from "./use-run-moved";

// Only who stops or takes over a run needs their code.
const CancelDialog = dynamic(() => import("./cancel-dialog").then((file) => file.CancelDialog));
const TakeOverDialog = dynamic(() => import("./take-over-dialog").then((file) => file.TakeOverDialog));

/** What is asked about before it is done. */
type Question = Extract<RunAsk, "cancel" | "take_over">;

const asks: { ask: RunAsk; label: string; icon: LucideIcon }[] = [
  { ask: "pause", label: "Pause", icon: Pause },
  { ask: "resume", label: "Resume", icon: Play },
  { ask: "take_over", label: "Take over…", icon: ArrowRightLeft },
  { ask: "cancel", label: "Cancel the run…", icon: Square },
];

interface RunControlsProps {
  run: Run;
  mayRepair: boolean;
  /** Where the focus goes when the button that was pressed goes. */
  home: RefObject<HTMLElement | null>;
}

/** What can be asked of a run while it is under way: what its state allows, of those who may. */
export function RunControls({ run, mayRepair, home }: RunControlsProps) {
  const show = useRunMoved(run.id);
  const moved = (answer: { status: RunStatus }) => {
    const shown = show(answer);
    home.current?.focus();
    return shown;
  };
  const [asking, setAsking] = useState<Question | null>(null);
  // One that was opened stays, so that it can close.
  const [opened, setOpened] = useState<ReadonlySet<Question>>(new Set());
  const open = (question: Question) => {
    setAsking(question);
    setOpened((before) => new Set([...before, question]));
  };
  const steer = useMutation({
    mutationFn: (ask: "pause" | "resume") =>
      act(ask === "pause" ? pauseRunAction({ runId: run.id }) : resumeRunAction({ runId: run.id })),
    onSuccess: moved,
  });
  if (!mayRepair) {
    return (
      <p className="text-muted-foreground">
        You are signed in as a viewer. Operators pause, resume and cancel runs; an admin gives that role.
      </p>
    );
  }
  const dialog = { run, home, onMoved: moved, onOpenChange: (next: boolean) => !next && setAsking(null) };
  return (
    <>
      {asks
        .filter(({ ask }) => run.asks.includes(ask))
        .map(({ ask, label, icon: Icon }) => (
          <Button
            key={ask}
            pending={steer.isPending && steer.variables === ask}
            onClick={() => (ask === "cancel" || ask === "take_over" ? open(ask) : steer.mutate(ask))}
          >
            {!(steer.isPending && steer.variables === ask) && <Icon aria-hidden />}
            {label}
          </Button>
        ))}
      {run.status === "cancelling" && (
        <p className="text-muted-foreground">It ends by itself as soon as what is under way has ended.</p>
      )}
      {steer.error && (
        <p role="alert" className="text-danger">
          {steer.error.message}
        </p>
      )}
      {opened.has("cancel") && <CancelDialog {...dialog} open={asking === "cancel"} />}
      {opened.has("take_over") && <TakeOverDialog {...dialog} open={asking === "take_over"} />}
    </>
  );
}
