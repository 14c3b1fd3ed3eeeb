export const exposureFaults = {
  rls_disabled: {
    sql: [`create table "Open Notes" (id integer primary key)`, `grant select on "Open Notes" to anon`],
    target: "public.Open Notes",
    says: "Open Notes is open to the API for anon, and row-level security is off: it reaches every row.",
    count: 1,
  },
  policy_without_rls: {
    sql: ["create table diaries (id integer primary key)", "create policy own on diaries using (true)"],
    target: "public.diaries",
    says: "diaries has policies, and row-level security is off: none of them applies.",
    count: 1,
  },
  rls_without_policy: {
    sql: ["create table letters (id integer primary key)", "alter table letters enable row level security"],
    target: "public.letters",
    says: "Row-level security of letters is on and there is no policy: only its owner and roles that bypass it see any row.",
    count: 1,
  },
  security_definer_view: {
    sql: ["create view open_letters as select id from letters", "grant select on open_letters to anon"],
    target: "public.open_letters",
    says: "The view open_letters is open to anon and reads with the rights of its owner, past the row-level security of its tables.",
    count: 1,
  },
  unreadable_table: {
    sql: [
      `create table "Shop Floor"."Payroll" ("No" integer primary key)`,
      `revoke all on "Shop Floor"."Payroll" from current_user`,
    ],
    target: "Shop Floor.Payroll",
    says: "Plumbline's database user may not read Shop Floor.Payroll.",
    count: null,
  },
  unreadable_view: {
    sql: ["create view halves as select 1 / (id - 1) as half from payments"],
    target: "public.halves",
    says: "Reading the view fails: division by zero (22012).",
    count: null,
  },
};
