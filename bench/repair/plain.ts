import { onConnection } from "@/lib/testing/admin";
import type { Timed } from "./bars";

/** What somebody pastes who only wants the orphans gone. */
export async function plainDelete(url: string): Promise<Timed & { changed: number }> {
  return onConnection(url, async (client) => {
    const started = performance.now();
    const { rowCount } = await client.query(`
      delete from public.chat_messages_v2 as c
      where not exists (select from public.conversation_sessions as p where p.conversation_id = c.conversation_id)`);
    return { changed: rowCount ?? 0, ...onlySince(started) };
  });
}

/** The foreign key and its index as the documents' SQL makes them. */
export async function plainForeignKey(url: string): Promise<Timed> {
  return onConnection(url, async (client) => {
    const started = performance.now();
    await client.query(`
      alter table public.chat_messages_v2
        add constraint chat_messages_v2_user_id_fkey foreign key (user_id) references public.profiles (id)`);
    await client.query("create index chat_messages_v2_user_id_idx on public.chat_messages_v2 (user_id)");
    return onlySince(started);
  });
}

function onlySince(started: number): Timed {
  return { previewSeconds: 0, seconds: (performance.now() - started) / 1000, verifySeconds: 0 };
}
