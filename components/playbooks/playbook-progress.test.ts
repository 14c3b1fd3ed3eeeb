import { expect, test } from "vitest";
import type { PlaybookStepView } from "@/lib/playbooks/types";
import { playbookProgress } from "./playbook-progress";

const steps = (...states: PlaybookStepView["state"][]): PlaybookStepView[] =>
  states.map((state, index) => ({ id: String(index), title: "", why: "", state, finding: null, repairs: [] }));

test("a step that could not be checked is not done", () => {
  expect(playbookProgress(steps("done", "not_checked"))).toEqual({ done: 1, total: 2, unknown: 1, nextStepId: null });
});

test("steps of absent tables are left out", () => {
  expect(playbookProgress(steps("done", "absent"))).toMatchObject({ done: 1, total: 1 });
});

test("the next step is the first in order that is still to do", () => {
  expect(playbookProgress(steps("done", "to_do", "to_do")).nextStepId).toBe("1");
});
