import type { Run, RunStatus } from "@/lib/runs/types";

export interface SteerDialogProps {
  run: Run;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onMoved: (answer: { status: RunStatus }) => Promise<void>;
}
