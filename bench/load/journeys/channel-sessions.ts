import { randomInt, randomUUID } from "node:crypto";
import type { Journey } from "../call";
import { anyOf, chance } from "../world";

const details = {
  web: () => ({ landing_page: "/goa", device: "mobile" }),
  whatsapp: () => ({ wa_id: String(randomInt(10_000_000, 99_999_999)) }),
  voice: () => ({ call_sid: randomUUID(), direction: "inbound" }),
  social: () => ({ platform: "instagram", handle: `guest_${randomInt(100_000)}` }),
};

/** Somebody comes, says their name, then how to reach them; what they say again makes no second lead. */
export function* channelSessions(): Journey {
  const channel = anyOf(Object.keys(details) as (keyof typeof details)[]);
  const begun = yield {
    operation: "createChannelSession",
    method: "POST",
    path: `/api/channels/${channel}/sessions`,
    body: details[channel](),
  };
  const { id } = (begun.body.session ?? {}) as { id?: string };
  if (id === undefined) return;
  const session = `/api/channels/${channel}/sessions/${id}`;
  const say = (body: Record<string, string>) =>
    ({ operation: "updateSessionProfile", method: "PATCH", path: `${session}/profile`, body }) as const;
  yield say({ name: "Asha Guest" });
  // Few enough that several sessions at a time are one person's.
  const email = `guest-${randomInt(5_000)}@example.org`;
  yield say({ email });
  if (chance(0.3)) yield { operation: "ensureAllLeads", method: "POST", path: `${session}/lead` };
}
