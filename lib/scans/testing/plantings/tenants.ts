import { type Corpus, planting } from "../corpus";

export const tenants: Corpus = {
  name: "tenants",
  known: ["cascade_across_tables public.projects (tenant_id) → public.tenants (id)"],
  plantings: [
    planting(
      `alter table task_comments drop constraint task_comments_tenant_id_task_id_fkey;
       update task_comments set task_id = 90000 where id in (select id from task_comments order by id limit 6)`,
      "missing_foreign_key public.task_comments (tenant_id, task_id) → public.tasks (tenant_id, id)",
      "missing_foreign_key public.task_comments (tenant_id) → public.tenants (id)",
      "orphan_rows public.task_comments (tenant_id, task_id) → public.tasks (tenant_id, id): 6",
      "stale_counter public.tasks (comment_count) ← public.task_comments (tenant_id, task_id): 6",
    ),
    // The customer is there, and another tenant's.
    planting(
      `alter table invoices drop constraint invoices_tenant_id_customer_id_fkey;
       update invoices set customer_id = uuid_of('c', 7) where id in (uuid_of('i', 1), uuid_of('i', 2), uuid_of('i', 3))`,
      "missing_foreign_key public.invoices (tenant_id, customer_id) → public.customers (tenant_id, id)",
      "missing_foreign_key public.invoices (tenant_id) → public.tenants (id)",
      "orphan_rows public.invoices (tenant_id, customer_id) → public.customers (tenant_id, id): 3",
    ),
    planting(
      `alter table invoices drop constraint invoices_tenant_id_invoice_no_key;
       update invoices set invoice_no = '2025-0003' where id in (uuid_of('i', 1161), uuid_of('i', 1162))`,
      "duplicate_keys public.invoices (tenant_id, invoice_no): 2",
      "missing_unique public.invoices (tenant_id, invoice_no)",
    ),
    planting(
      `alter table invitations drop constraint invitations_token_key;
       update invitations set token = md5('in1') where id = uuid_of('in', 2)`,
      "duplicate_keys public.invitations (token): 1",
      "missing_unique public.invitations (token)",
    ),
    planting("alter table invoices alter id drop default", "missing_default public.invoices (id)"),
    planting(
      `update tenants set slug = 'Tenant-5' where id = uuid_of('t', 5); update tenants set slug = 'tenant-6 ' where id = uuid_of('t', 6)`,
      "non_canonical_text public.tenants (slug): 2",
    ),
    planting(
      "update subscriptions set current_period_start = now() - interval '90 days', current_period_end = now() - interval '60 days' where tenant_id in (uuid_of('t', 1), uuid_of('t', 2))",
      "active_but_expired public.subscriptions (status, current_period_end): 2",
    ),
    planting(
      `update tasks set completed_at = started_at - interval '9 days' where id in (302, 303);
       update invoices set due_at = issued_at - interval '5 days' where id in (uuid_of('i', 61), uuid_of('i', 62))`,
      "end_before_start public.tasks (started_at, completed_at): 2",
      "end_before_start public.invoices (issued_at, due_at): 2",
    ),
    planting(
      `update tasks set priority = 99 where id in (500, 501); update tasks set status = 'Todo' where id = 510;
       update invoices set tax_rate = -0.2 where id = uuid_of('i', 33)`,
      "values_out_of_range public.tasks (priority): 2",
      "values_out_of_range public.tasks (status): 1",
      "values_out_of_range public.invoices (tax_rate): 1",
    ),
  ],
};
