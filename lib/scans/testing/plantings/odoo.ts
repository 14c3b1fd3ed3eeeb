import { type Corpus, planting } from "../corpus";

const times = [
  "account_move (create_date)",
  "account_move (write_date)",
  "account_move_line (create_date)",
  "ir_attachment (create_date)",
  "mail_message (create_date)",
  "mail_message (date)",
  "product_product (create_date)",
  "product_template (create_date)",
  "product_template (write_date)",
  "res_company (create_date)",
  "res_currency (create_date)",
  "res_currency (write_date)",
  "res_partner (create_date)",
  "res_partner (write_date)",
  "res_users (create_date)",
  "sale_order (create_date)",
  "sale_order (date_order)",
  "sale_order (write_date)",
  "sale_order_line (create_date)",
  "sale_order_line (write_date)",
];

const flags = [
  "product_product (active)",
  "product_template (active)",
  "product_template (sale_ok)",
  "res_currency (active)",
  "res_partner (active)",
  "res_partner (is_company)",
  "res_users (active)",
  "res_users (share)",
];

export const odoo: Corpus = {
  name: "odoo",
  known: [
    ...times.map((column) => `doubtful_type public.${column}`),
    ...flags.map((column) => `nullable_boolean public.${column}`),
  ],
  plantings: [
    planting(
      `alter table account_move drop constraint account_move_partner_id_fkey; update account_move set partner_id = 70000 + id where id in (1, 2, 3, 4)`,
      "missing_foreign_key public.account_move (partner_id) → public.res_partner (id)",
      "orphan_rows public.account_move (partner_id) → public.res_partner (id): 4",
    ),
    planting(
      `alter table sale_order_line drop constraint sale_order_line_order_id_fkey; delete from sale_order where id = 17`,
      "missing_foreign_key public.sale_order_line (order_id) → public.sale_order (id)",
      "orphan_rows public.sale_order_line (order_id) → public.sale_order (id): 3",
    ),
    planting(
      "update res_partner set partner_latitude = 95, partner_longitude = 4 where id in (30, 31)",
      "values_out_of_range public.res_partner (partner_latitude): 2",
    ),
    planting(
      `update product_product set weight = -1 where id < 3; alter table product_product add constraint weight_is_positive check (weight >= 0) not valid`,
      "unvalidated_check public.product_product (weight): weight_is_positive",
      "check_violations public.product_product (weight): weight_is_positive: 2",
    ),
    planting(
      "alter table sale_order alter column user_id type bigint",
      "reference_type_mismatch public.sale_order (user_id) → public.res_users (id)",
    ),
    planting(
      "insert into res_users (login, company_id, partner_id) values ('USER3@example.com', 1, 50)",
      "non_canonical_text public.res_users (login): 2",
    ),
    planting(
      "alter table product_category add constraint parent_again foreign key (parent_id) references product_category",
      "duplicate_foreign_key public.product_category (parent_id): product_category_parent_id_fkey",
    ),
    planting(
      "update res_users set active = null where id in (5, 6)",
      "null_despite_default public.res_users (active): 2",
    ),
    planting(
      "select setval('account_move_line_id_seq', 1900000000)",
      "sequence_near_overflow public.account_move_line (id): public.account_move_line_id_seq",
    ),
    planting(
      "update account_move set state = 'psoted' where id in (101, 102, 103)",
      "values_out_of_range public.account_move (state): 3",
    ),
    planting("alter table uom_uom alter column id drop default", "missing_default public.uom_uom (id)"),
    planting(
      "alter table account_move_line alter column account_id type integer, drop constraint account_move_line_move_id_fkey; alter table account_move_line add foreign key (move_id) references account_move on delete cascade not valid",
      "unvalidated_constraint public.account_move_line (move_id) → public.account_move (id)",
    ),
    planting(
      "alter table mail_message alter column author_id drop not null; drop index mail_message_author_id_idx",
      "unindexed_foreign_key public.mail_message (author_id) → public.res_partner (id)",
    ),
  ],
};
