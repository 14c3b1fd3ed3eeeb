import { expect, test } from "vitest";
import { confirmationFaults } from "./confirmation-faults";

const plain = { kind: "plain", phrase: null } as const;
const typed = { kind: "phrase", phrase: "delete 289 rows of chat_messages_v2" } as const;

test("a small reversible change asks for a reason only", () => {
  expect(confirmationFaults(plain, { reason: "clean up", phrase: "" })).toEqual({});
});

test("spaces are no reason", () => {
  expect(confirmationFaults(plain, { reason: " a  b  ", phrase: "" }).reason).toBeDefined();
});

test("the phrase must name table and count exactly", () => {
  const reason = "agreed with support";
  expect(confirmationFaults(typed, { reason, phrase: "delete 28 rows of chat_messages_v2" }).phrase).toBeDefined();
  expect(confirmationFaults(typed, { reason, phrase: " delete 289 rows of chat_messages_v2 " })).toEqual({});
});
