import { expect, test } from "vitest";
import { recordDefinition } from "@/lib/records/registry";
import { columnVisibility, namedColumns } from "./column-visibility";
import { filterWords } from "./filter-words";
import { messageText } from "./message-text";
import { recordHeading } from "./record-heading";
import { recordHref } from "./record-href";
import { humanise, valueText } from "./value-text";

const sessions = recordDefinition("sessions");

test("a filter is said in words, and one that is none is said as it is", () => {
  expect(filterWords(sessions.columns, "status.eq.logged_out")).toBe("Status is Logged out");
  expect(filterWords(sessions.columns, "session_token.empty")).toBe("Token is empty");
  expect(filterWords(sessions.columns, "expires_at.before.2026-11-21T10:43:00Z")).toMatch(
    /^Expires before 21 Nov 2026/,
  );
  expect(filterWords(sessions.columns, "nothing.eq.1")).toBe("nothing.eq.1");
});

test("the address names columns only when they are not the usual ones", () => {
  const usual = columnVisibility(sessions, null);
  expect(usual).toMatchObject({ customer_id: true, metadata: false });
  expect(namedColumns(sessions, usual)).toBeNull();
  const named = namedColumns(sessions, { ...usual, metadata: true });
  expect(named).toContain("metadata");
  expect(columnVisibility(sessions, named)).toEqual({ ...usual, metadata: true });
});

test("a link opens the record it names by key, and lists those that hold a value", () => {
  const leads = recordDefinition("all_leads");
  expect(recordHref(leads, "id", "a b")).toBe("/leads?tab=all_leads&open=a+b");
  expect(recordHref(recordDefinition("lead_purchases"), "lead_id", "1")).toBe(
    "/purchases?tab=lead_purchases&filter=lead_id.eq.1",
  );
});

test("a record is called by its heading, or by its noun and the beginning of its key", () => {
  const voice = recordDefinition("voice_sessions");
  expect(recordHeading(voice, { customer_name: "Asha Rao" }, "c19ad8a9-a42f")).toBe("Asha Rao");
  expect(recordHeading(voice, { customer_name: null }, "c19ad8a9-a42f")).toBe("Voice session c19ad8a9");
  expect(recordHeading(sessions, { customer_id: 103 }, "x")).toBe("Session of 103");
});

test("the words of a message are found in its JSON, and other content is shown as it is", () => {
  expect(messageText({ type: "text", text: "Hello" })).toBe("Hello");
  expect(messageText("Hello")).toBe("Hello");
  expect(messageText(null)).toBe("");
  expect(messageText({ type: "image", url: "a" })).toContain('"url": "a"');
});

test("values become text that can be copied, words become readable", () => {
  expect(valueText({ a: 1 })).toBe('{\n  "a": 1\n}');
  expect(valueText(null)).toBe("");
  expect(humanise("logged_out")).toBe("Logged out");
  expect(humanise("whatsapp")).toBe("WhatsApp");
});
