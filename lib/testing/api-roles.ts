import { sql } from "kysely";
import type { Engine } from "@/lib/db";

/** The roles by which the Supabase API asks. They belong to the whole server and stay for the other tests. */
export async function ensureApiRoles({ db }: Engine): Promise<void> {
  await sql`
    do $$
    declare
      wanted text;
    begin
      foreach wanted in array array['anon', 'authenticated', 'service_role'] loop
        begin
          execute format('create role %I nologin', wanted);
        exception when duplicate_object or unique_violation then
          null;
        end;
      end loop;
    end
    $$
  `.execute(db);
}
