export const parts = ["static", "unit", "integration", "e2e"] as const;

export type Part = (typeof parts)[number];

export interface Outcome {
  passed: number;
  failed: number;
  skipped: number;
  /** What went wrong beside failing tests: one sentence. */
  problem?: string;
}

export interface Step {
  name: string;
  part: Part;
  run(): Promise<Outcome>;
}

export interface StepResult extends Outcome {
  name: string;
  seconds: number;
}
