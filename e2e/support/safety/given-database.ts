import pg from "pg";
import { bootTestServer } from "@/lib/testing/server";

export interface GivenDatabase {
  /** As its owner, who is no superuser: what a hosted database gives its users. */
  url: string;
  /** Every object and role there is, by name and shape. */
  inventory(): Promise<unknown[]>;
  stop(): Promise<void>;
}

const password = "the owner's pass/word";

interface GivenOptions {
  /** What is in it, made by its owner; a business whose names all need quotes where absent. */
  business?: string;
  /** Those that its provider has made. */
  roles?: string[];
}

/** A PostgreSQL that is none of ours. */
export async function bootGivenDatabase({ business = shop, roles = [] }: GivenOptions = {}): Promise<GivenDatabase> {
  const server = await bootTestServer();
  await onDatabase(server.url, async (client) => {
    for (const role of roles) await client.query(`create role ${pg.escapeIdentifier(role)} nologin`);
    await client.query(`create role "Shop Owner" login password ${pg.escapeLiteral(password)}`);
    await client.query(`create database "Shop Data" owner "Shop Owner"`);
  });
  const url = new URL(server.url);
  url.username = encodeURIComponent("Shop Owner");
  url.password = encodeURIComponent(password);
  url.pathname = "/Shop%20Data";
  await onDatabase(url.href, (client) => client.query(business));
  return {
    url: url.href,
    inventory: () => onDatabase(url.href, async (client) => (await client.query(everything)).rows),
    stop: server.stop,
  };
}

async function onDatabase<T>(url: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}

/** 7 of 60 lines name an account that is gone and 5 name none. */
const shop = `
  create schema "Front Office";
  create table "Front Office"."Customer Accounts" (
    "Account No" integer,
    "Branch" text,
    "E-mail" text,
    primary key ("Account No", "Branch")
  );
  create table "Front Office"."Order Lines" (
    "Order" integer,
    "Line No" integer,
    "Account No" integer,
    "Branch" text,
    primary key ("Order", "Line No")
  );
  insert into "Front Office"."Customer Accounts"
  select n, 'Branch ' || n % 3, n || '@example.com' from generate_series(1, 20) as n;
  insert into "Front Office"."Order Lines"
  select 1000 + n, 1, a, 'Branch ' || a % 3
  from generate_series(1, 60) as n, lateral (select case when n <= 48 then 1 + n % 20 when n <= 55 then 900 + n end as a) as of;
  alter table "Front Office"."Order Lines" add constraint "Lines of accounts"
    foreign key ("Account No", "Branch") references "Front Office"."Customer Accounts" not valid;
`;

const everything = `
  select 'relation' as kind, n.nspname as schema, c.relname as name, c.relkind::text as shape
  from pg_class c join pg_namespace n on n.oid = c.relnamespace
  where n.nspname not like 'pg\\_toast%'
  union all select 'column', attrelid::regclass::text, attname, format_type(atttypid, atttypmod)
  from pg_attribute join pg_class c on c.oid = attrelid
  where attnum > 0 and c.relnamespace::regnamespace::text not like 'pg\\_%'
  union all select 'function', pronamespace::regnamespace::text, proname, pg_get_function_identity_arguments(oid) from pg_proc
  union all select 'constraint', conrelid::regclass::text, conname, pg_get_constraintdef(oid) from pg_constraint
  union all select 'trigger', tgrelid::regclass::text, tgname, '' from pg_trigger
  union all select 'type', typnamespace::regnamespace::text, typname, typtype::text from pg_type where typname not like '%toast%'
  union all select 'schema', nspname, '', coalesce(nspacl::text, '') from pg_namespace where nspname not like 'pg\\_t%'
  union all select 'extension', extname, extversion, '' from pg_extension
  union all select 'role', rolname, '', '' from pg_roles
  order by 1, 2, 3, 4
`;
