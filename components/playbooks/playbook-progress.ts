import type { PlaybookStepView } from "@/lib/playbooks/types";

export interface PlaybookProgress {
  done: number;
  /** Steps of tables that are absent do not count. */
  total: number;
  unknown: number;
  /** The first step still to do: what a person should look at next. */
  nextStepId: string | null;
}

/** How far an incident is repaired. A step that could not be checked is never counted as done. */
export function playbookProgress(steps: PlaybookStepView[]): PlaybookProgress {
  const present = steps.filter((step) => step.state !== "absent");
  return {
    done: present.filter((step) => step.state === "done").length,
    total: present.length,
    unknown: present.filter((step) => step.state === "not_checked").length,
    nextStepId: present.find((step) => step.state === "to_do")?.id ?? null,
  };
}
