import { counted } from "@/lib/repairs/wording";
import type { Run, RunStep } from "@/lib/runs/types";

interface Going extends Pick<Run, "form" | "status" | "total" | "remaining" | "pace" | "throttle"> {
  steps: Pick<RunStep, "position" | "title" | "status">[];
}

/** Where a run is at, and when to say so: at each state, step and tenth of the way, and whenever it begins or ends to hold back. */
export function progressLine(run: Going): { stage: string; line: string } {
  const { status, throttle } = run;
  const { place, words } = run.form === "rows" ? rowsOf(run) : stepsOf(run);
  const held = throttle ? ` It holds back: ${throttle}` : "";
  return {
    stage: JSON.stringify([status, place, throttle === null]),
    line: `${status}${words && `: ${words}`}.${held}`,
  };
}

function rowsOf({ total, remaining, pace }: Going) {
  const done = total - remaining;
  const words = done === 0 ? "" : `${done.toLocaleString("en")} of ${counted(total, "row")}${speedOf(pace)}`;
  return { place: total === 0 ? 0 : Math.floor((10 * done) / total), words };
}

function speedOf(pace: Run["pace"]): string {
  if (!pace) return "";
  const seconds = Math.round(pace.secondsLeft);
  return `, ${Math.round(pace.rowsPerSecond).toLocaleString("en")} rows a second, ${seconds} s left`;
}

function stepsOf({ steps }: Going) {
  const step = steps.find(({ status }) => status === "running");
  return { place: step?.position ?? 0, words: step ? `${step.position} of ${steps.length}, ${step.title}` : "" };
}
