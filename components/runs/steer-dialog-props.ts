import type { RefObject } from "react";
import type { Run, RunStatus } from "@/lib/runs/types";

export interface SteerDialogProps {
  run: Run;
  /** Where the focus goes when the button that asked is gone. */
  home: RefObject<HTMLElement | null>;
  open: boolean;
  onOpenChange: (open: boolean) => void;
  onMoved: (answer: { status: RunStatus }) => Promise<void>;
}
