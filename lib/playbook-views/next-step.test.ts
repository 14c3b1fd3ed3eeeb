import { expect, test } from "vitest";
import type { PlaybookStepView } from "@/lib/playbooks/types";
import { nextStep } from "./next-step";

function step(state: PlaybookStepView["state"], refusals: (string | null)[] = [null]): PlaybookStepView {
  const finding = { id: "f1", reason: "A lock was held." } as PlaybookStepView["finding"];
  const repairs = refusals.map((refusal, at) => ({
    repair: at === 0 ? ("delete-orphans" as const) : ("set-null" as const),
    title: "",
    recommended: at === 0,
    refusal,
  }));
  return { id: state, title: "", why: "", state, finding, repairs };
}

test("goes on at the first step that is to do, with the first repair that is possible", () => {
  expect(nextStep([step("done"), step("absent"), step("to_do", ["Not now.", null]), step("to_do")])).toMatchObject({
    kind: "repair",
    number: 3,
    findingId: "f1",
    repair: "set-null",
  });
});

test("stops at a step that could not be measured, and passes none over", () => {
  expect(nextStep([step("not_checked"), step("to_do")])).toMatchObject({
    kind: "stopped",
    number: 1,
    reason: "A lock was held.",
  });
});

test("stops where every repair is refused, with the reason", () => {
  expect(nextStep([step("to_do", ["Orphans remain."])])).toMatchObject({ kind: "stopped", reason: "Orphans remain." });
  expect(nextStep([step("to_do", [])])).toMatchObject({ kind: "stopped" });
});

test("is healthy when every step that applies is done", () => {
  expect(nextStep([step("done"), step("absent")])).toEqual({ kind: "healthy" });
});
