import { type Corpus, planting } from "../corpus";

export const northwind: Corpus = {
  name: "northwind",
  known: [
    // Of eleven foreign keys, none has an index of its own; three are served by primary keys.
    "unindexed_foreign_key public.customer_customer_demo (customer_type_id) → public.customer_demographics (customer_type_id)",
    "unindexed_foreign_key public.employee_territories (territory_id) → public.territories (territory_id)",
    "unindexed_foreign_key public.employees (reports_to) → public.employees (employee_id)",
    "unindexed_foreign_key public.order_details (product_id) → public.products (product_id)",
    "unindexed_foreign_key public.orders (customer_id) → public.customers (customer_id)",
    "unindexed_foreign_key public.orders (employee_id) → public.employees (employee_id)",
    "unindexed_foreign_key public.orders (ship_via) → public.shippers (shipper_id)",
    "unindexed_foreign_key public.products (category_id) → public.categories (category_id)",
    "unindexed_foreign_key public.products (supplier_id) → public.suppliers (supplier_id)",
    "unindexed_foreign_key public.territories (region_id) → public.region (region_id)",
  ],
  plantings: [
    planting(
      `alter table order_details drop constraint order_details_order_id_fkey;
       delete from orders where order_id in (10300, 10301)`,
      "missing_foreign_key public.order_details (order_id) → public.orders (order_id)",
      "orphan_rows public.order_details (order_id) → public.orders (order_id): 6",
    ),
    planting(
      `alter table territories drop constraint territories_region_id_fkey; update territories set region_id = 9 where territory_id in ('01531', '01562');
       alter table territories add constraint region_of_territory foreign key (region_id) references region not valid`,
      "orphan_rows public.territories (region_id) → public.region (region_id): 2",
      "unvalidated_constraint public.territories (region_id) → public.region (region_id)",
    ),
    planting(
      "insert into customers (customer_id, company_name) values ('c0007', 'Company 7 Ltd'), ('C92 ', 'Company 92')",
      "non_canonical_text public.customers (customer_id): 3",
    ),
    planting(
      "alter table order_details alter column product_id type integer",
      "reference_type_mismatch public.order_details (product_id) → public.products (product_id)",
      "same_name_different_types public.order_details (product_id)",
    ),
    planting(
      "update products set units_in_stock = -4 where product_id in (5, 6, 7); update products set unit_price = -1 where product_id = 8",
      "values_out_of_range public.products (units_in_stock): 3",
      "values_out_of_range public.products (unit_price): 1",
    ),
    planting(
      "update orders set shipped_date = order_date - 3 where order_id in (10401, 10402)",
      "end_before_start public.orders (order_date, shipped_date): 2",
    ),
    planting("alter table us_states drop constraint us_states_pkey", "no_primary_key public.us_states"),
    planting(
      `alter table orders add column status varchar(20) default 'new'; update orders set status = null where order_id % 83 = 0`,
      "null_despite_default public.orders (status): 10",
    ),
    planting("alter table products add column organic boolean", "nullable_boolean public.products (organic)"),
    planting(
      "update suppliers set phone = '171.555.2212' where supplier_id = 9",
      "duplicate_contacts public.suppliers (phone): 2",
    ),
    planting(
      `create table memberships (membership_id smallint primary key, customer_id varchar(5) not null references customers, state text not null, valid_until date not null);
       create index on memberships (customer_id);
       insert into memberships select n, 'C' || lpad(n::text, 4, '0'), case n % 2 when 0 then 'active' else 'ended' end, current_date + 10 - n from generate_series(1, 20) as n`,
      "active_but_expired public.memberships (state, valid_until): 5",
    ),
    planting(
      "insert into orders (order_id, customer_id, status) values (31000, 'C0001', 'new')",
      "key_near_overflow public.orders (order_id): 1",
    ),
    planting(
      "create index orders_ship_name on orders (ship_name); create index orders_ship_name_date on orders (ship_name, order_date)",
      "duplicate_index public.orders (ship_name): orders_ship_name",
    ),
    planting(
      "update categories set category_name = '' where category_id = 4",
      "empty_required_text public.categories (category_name): 1",
    ),
    planting(
      "alter table order_details add constraint discount_is_a_share check (discount between 0.01 and 1) not valid",
      "unvalidated_check public.order_details (discount): discount_is_a_share",
      "check_violations public.order_details (discount): discount_is_a_share: 2151",
    ),
  ],
};
