import { type Corpus, planting } from "../corpus";

const onTenant = (sql: string) => `set search_path = "Tenant-A", core; ${sql}; reset search_path`;

export const clinic: Corpus = {
  name: "clinic",
  known: [
    "cascade_across_tables Tenant-A.visits (tenant_no, patient_no) → Tenant-A.patients (tenant_no, patient_no)",
    // Rows of the tables that inherit from it are among its rows.
    "empty_required_text Tenant-A.documents (title): not checked",
  ],
  plantings: [
    planting(
      onTenant(
        `alter table invoices drop constraint invoices_tenant_no_patient_no_fkey; update invoices set patient_no = 5000 where invoice_id in (3, 4, 5)`,
      ),
      "missing_foreign_key Tenant-A.invoices (tenant_no, patient_no) → Tenant-A.patients (tenant_no, patient_no)",
      "orphan_rows Tenant-A.invoices (tenant_no, patient_no) → Tenant-A.patients (tenant_no, patient_no): 3",
    ),
    planting(
      onTenant(`alter table visit_notes drop constraint visit_notes_tenant_no_visit_no_fkey;
        insert into visit_notes (tenant_no, visit_no, body) values (1, 7001, 'x'), (2, 7002, 'x');
        alter table visit_notes add foreign key (tenant_no, visit_no) references visits on delete cascade not valid`),
      "orphan_rows Tenant-A.visit_notes (tenant_no, visit_no) → Tenant-A.visits (tenant_no, visit_no): 2",
      "unvalidated_constraint Tenant-A.visit_notes (tenant_no, visit_no) → Tenant-A.visits (tenant_no, visit_no)",
    ),
    planting(
      `alter table core."Practitioner" drop constraint "Practitioner_practiceId_fkey";
       insert into core."Practitioner" ("practiceId", "fullName", "workEmail") values (gen_random_uuid(), 'Dr Nobody', 'Dr.Nobody@Clinic.example')`,
      "missing_foreign_key core.Practitioner (practiceId) → core.Practice (practiceId)",
      "orphan_rows core.Practitioner (practiceId) → core.Practice (practiceId): 1",
      "non_canonical_text core.Practitioner (workEmail): 1",
    ),
    planting(
      onTenant("update visits set note_count = 7 where visit_no in (8, 9)"),
      "stale_counter Tenant-A.visits (note_count) ← Tenant-A.visit_notes (tenant_no, visit_no): 2",
    ),
    planting(
      onTenant("update invoices set expires_at = '2020-01-01' where invoice_id between 40 and 43"),
      "active_but_expired Tenant-A.invoices (status, expires_at): 4",
    ),
    planting(
      onTenant(
        `update "Price List" set vat_percent = 120 where code = 'X-3'; insert into "Price List" values ('x-4', 1, 20, '[2024-01-01,)')`,
      ),
      "values_out_of_range Tenant-A.Price List (vat_percent): 1",
      "non_canonical_text Tenant-A.Price List (code): 2",
    ),
    planting(
      onTenant(
        "alter table accounts drop constraint accounts_account_id_fkey, add foreign key (account_id) references auth.users",
      ),
      "auth_reference_without_action Tenant-A.accounts (account_id) → auth.users (id)",
    ),
    planting(onTenant("drop policy own on accounts"), "rls_without_policy Tenant-A.accounts"),
    planting(
      onTenant(
        "update patients set email = 'Patient9@Example.com ' where patient_no = 10; update patients set email = 'patient12@example.com', deleted_at = now() where patient_no = 13",
      ),
      "duplicate_contacts Tenant-A.patients (email, phone): 2",
      "non_canonical_text Tenant-A.patients (email): 1",
    ),
    planting(
      onTenant(`alter table patients add column "seen at" timestamp; alter table events add column "isTest" boolean`),
      "doubtful_type Tenant-A.patients (seen at)",
      "nullable_boolean Tenant-A.events (isTest)",
    ),
    planting(
      onTenant("create index events_at on events (at); create index events_time on events (at)"),
      "duplicate_index Tenant-A.events (at): events_time",
    ),
    planting(
      onTenant("alter table visits alter column patient_no drop not null"),
      "nullable_composite_reference Tenant-A.visits (tenant_no, patient_no) → Tenant-A.patients (tenant_no, patient_no)",
    ),
    planting(
      onTenant("select setval('visits_visit_no_seq', 80)"),
      "sequence_behind Tenant-A.visits (visit_no): Tenant-A.visits_visit_no_seq: 10",
    ),
    planting(
      onTenant('create table "import rows" ("row no" integer, raw jsonb)'),
      "no_primary_key Tenant-A.import rows",
    ),
    planting(
      onTenant("alter table invoice_lines alter column invoice_id type integer"),
      "reference_type_mismatch Tenant-A.invoice_lines (invoice_id) → Tenant-A.invoices (invoice_id)",
      "same_name_different_types Tenant-A.invoice_lines (invoice_id)",
    ),
  ],
};
