import { expect, type Page } from "@playwright/test";
import { auditOf, expectProof } from "./proof";
import { count, query, type Row } from "./query";
import { constraintOf, indexOf } from "./schema";
import { apply, backToPlaybook, expectHealthy, openIncident, planCount, preview, repair, stepOf } from "./screens";
import { snapshotOf } from "./snapshot";
import { tryOut } from "./try-out";

const foreignKey = "FOREIGN KEY (conversation_id) REFERENCES conversation_sessions(conversation_id) ON DELETE CASCADE";

const newOrphan = `insert into chat_messages_v2 (conversation_id, role) values (gen_random_uuid(), 'user')`;
const secondSession = `insert into conversation_sessions (conversation_id, agent_id, user_id)
  select conversation_id, agent_id, user_id from conversation_sessions limit 1`;

// The predicate of the document's DELETE.
const orphans = `
SELECT count(*) FROM public.chat_messages_v2
WHERE NOT EXISTS (
    SELECT 1
    FROM public.conversation_sessions
    WHERE public.conversation_sessions.conversation_id = public.chat_messages_v2.conversation_id
);`;

/** Incident 3: the 289 orphaned messages get their 43 conversations back, and none can come again. */
export async function repairConversationSessionsFk(page: Page): Promise<void> {
  await openIncident(page, "Messages without their conversation");
  expect(await count(orphans)).toBe(289);
  expect([await tryOut(newOrphan), await tryOut(secondSession)]).toEqual(["done", "done"]);

  const validate = stepOf(page, "Validate the foreign key");
  await expect(validate).toContainText("Not now.");
  await repair(
    page,
    { step: "Make conversation_id unique in conversation_sessions", repair: "Make it unique" },
    { reason: "One conversation is one session" },
  );
  expect(await tryOut(secondSession)).toBe("23505 conversation_sessions_conversation_id_unique");

  await repair(
    page,
    { step: "Add the foreign key of messages", repair: "Add the foreign key" },
    { reason: "No new orphan from now on" },
  );
  expect(await tryOut(newOrphan)).toBe("23503 chat_messages_v2_conversation_id_fkey");
  expect(await constraintOf("chat_messages_v2", "chat_messages_v2_conversation_id_fkey")).toEqual({
    contype: "f",
    convalidated: "f",
    definition: `${foreignKey} NOT VALID`,
  });
  await expect(validate).toContainText("Not now.");

  await adoptOrphans(page);
  await repair(
    page,
    { step: "Index conversation_id in chat_messages_v2", repair: "Add the index" },
    { reason: "Deleting a session read every message" },
  );
  await repair(
    page,
    { step: "Validate the foreign key", repair: "Validate the foreign key" },
    { reason: "No orphan is left" },
  );
  await fillStatus(page);
  await expectHealthy(page, 2);

  expect(await count(orphans)).toBe(0);
  expect(await constraintOf("conversation_sessions", "conversation_sessions_conversation_id_unique")).toMatchObject({
    contype: "u",
    definition: "UNIQUE (conversation_id)",
  });
  expect(await constraintOf("chat_messages_v2", "chat_messages_v2_conversation_id_fkey")).toEqual({
    contype: "f",
    convalidated: "t",
    definition: foreignKey,
  });
  expect(await indexOf("idx_messages_conversation_fk")).toEqual({
    indisvalid: "t",
    indisready: "t",
    definition: "CREATE INDEX idx_messages_conversation_fk ON public.chat_messages_v2 USING btree (conversation_id)",
  });
}

async function adoptOrphans(page: Page): Promise<void> {
  const orphaned = new Set((await query(orphans.replace("count(*)", "id"))).map((row) => JSON.stringify(row)));
  const [messages, sessions] = [await snapshotOf("chat_messages_v2"), await snapshotOf("conversation_sessions")];
  await preview(page, {
    step: "Give the orphaned messages their conversation back, or delete them",
    repair: "Recreate the missing parents",
  });
  await expect(planCount(page, "Will change")).toHaveText("289");
  await expect(page.getByText("43 rows of public.conversation_sessions will be created")).toBeVisible();
  const runId = await apply(page, { reason: "Customers ask for these conversations" });
  await expect(page.getByText("Verified: the check passes")).toBeVisible();
  await expect(page.getByText(/289\s*→.*0/)).toBeVisible();
  await backToPlaybook(page);

  // Every message stays as it is and has its own audit row; only their conversations are new.
  expect(await snapshotOf("chat_messages_v2")).toEqual(messages);
  const audited = await auditOf(runId, "chat_messages_v2");
  expect(audited.types).toEqual(["ORPHANED_CHAT_MESSAGE_DETECTED"]);
  expect(audited.rows.toSorted()).toEqual([...orphaned].toSorted());

  const { created, changed, removed } = await expectProof(runId, sessions);
  expect([created.length, changed.length, removed.length]).toEqual([43, 0, 0]);
  const byConversation = Map.groupBy(messages.rows.values(), (message) => message.conversation_id);
  for (const session of created) {
    expect(session).toMatchObject(sessionOf(byConversation.get(session.conversation_id ?? "") ?? []));
  }
}

/** The session that the document's chat page would have saved before these messages. */
function sessionOf(messages: Row[]): Row {
  const inOrder = messages.toSorted((one, other) => String(one.created_at).localeCompare(String(other.created_at)));
  const [first, last] = [inOrder[0], inOrder.at(-1)];
  const { text } = JSON.parse(first?.content ?? "{}") as { text: string };
  return {
    agent_id: first?.agent_id ?? null,
    user_id: first?.user_id ?? null,
    title: `${text.slice(0, 50)}…`,
    status: "active",
    created_at: first?.created_at ?? null,
    last_active: last?.created_at ?? null,
    message_count: String(messages.length),
  };
}

async function fillStatus(page: Page): Promise<void> {
  const sessions = await snapshotOf("conversation_sessions");
  const runId = await repair(
    page,
    { step: "Fill the empty status of conversation sessions", repair: "Fill with the default" },
    { reason: "They are in no list of the sidebar" },
  );
  const { changed } = await expectProof(runId, sessions);
  expect(changed).toHaveLength(17);
  for (const { before, after } of changed) {
    expect(before.status).toBeNull();
    expect(after).toEqual({ ...before, status: "active" });
  }
}
