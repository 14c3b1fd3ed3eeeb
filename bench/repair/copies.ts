import { escapeIdentifier } from "pg";
import { onConnection } from "@/lib/testing/admin";
import type { BenchServer } from "../server";

/** Lends a copy of the database, warm, and removes it afterwards. Nobody may be connected to the original meanwhile. */
export async function onCopy<T>(server: BenchServer, original: string, work: (url: string) => Promise<T>): Promise<T> {
  const source = new URL(original).pathname.slice(1);
  const name = `${source}_copy`;
  const admin = (text: string) => onConnection(server.address("postgres"), (client) => client.query(text));
  await admin(`drop database if exists ${escapeIdentifier(name)} with (force)`);
  await admin(`create database ${escapeIdentifier(name)} template ${escapeIdentifier(source)} strategy file_copy`);
  const url = server.address(name);
  try {
    await onConnection(url, async (client) => {
      for (const table of warmed) await client.query(`select count(*) from public.${table} where created_at is null`);
      await client.query("checkpoint");
    });
    return await work(url);
  } finally {
    await admin(`drop database if exists ${escapeIdentifier(name)} with (force)`);
  }
}

const warmed = ["profiles", "conversation_sessions", "chat_messages_v2"];
