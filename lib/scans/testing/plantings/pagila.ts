import { type Corpus, planting } from "../corpus";

export const pagila: Corpus = {
  name: "pagila",
  known: [
    // char(20), and addresses in capitals.
    "doubtful_type public.language (name)",
    "non_canonical_text public.customer (email): 150",
    "non_canonical_text public.staff (email): 2",
    // Only the partitions have the foreign keys, so the next one will be without.
    "missing_foreign_key public.payment (customer_id) → public.customer (customer_id)",
    "missing_foreign_key public.payment (rental_id) → public.rental (rental_id)",
    "missing_foreign_key public.payment (staff_id) → public.staff (staff_id)",
    "missing_foreign_key public.store (manager_staff_id) → public.staff (staff_id)",
    "unindexed_foreign_key public.film_category (category_id) → public.category (category_id)",
    "unindexed_foreign_key public.inventory (film_id) → public.film (film_id)",
    "unindexed_foreign_key public.rental (customer_id) → public.customer (customer_id)",
    "unindexed_foreign_key public.rental (staff_id) → public.staff (staff_id)",
    "unindexed_foreign_key public.staff (address_id) → public.address (address_id)",
    "unindexed_foreign_key public.staff (store_id) → public.store (store_id)",
    "unindexed_foreign_key public.store (address_id) → public.address (address_id)",
  ],
  plantings: [
    planting(
      `alter table rental drop constraint rental_customer_id_fkey;
       update rental set customer_id = 9000 + rental_id where rental_id % 300 = 7;
       alter table rental add constraint rental_customer_id_fkey foreign key (customer_id) references customer not valid`,
      "orphan_rows public.rental (customer_id) → public.customer (customer_id): 5",
      "unvalidated_constraint public.rental (customer_id) → public.customer (customer_id)",
    ),
    planting(
      "alter table inventory disable trigger all; update inventory set film_id = 99999 where inventory_id in (11, 12, 13)",
      "orphan_rows public.inventory (film_id) → public.film (film_id): 3",
      // Every foreign key of the table, and those that name it, are asleep.
      "unvalidated_constraint public.inventory (film_id) → public.film (film_id)",
      "unvalidated_constraint public.inventory (store_id) → public.store (store_id)",
      "unvalidated_constraint public.rental (inventory_id) → public.inventory (inventory_id)",
    ),
    planting(
      `alter table film_actor drop constraint film_actor_actor_id_fkey;
       insert into film_actor (actor_id, film_id) values (9001, 5), (9002, 5)`,
      "missing_foreign_key public.film_actor (actor_id) → public.actor (actor_id)",
      "orphan_rows public.film_actor (actor_id) → public.actor (actor_id): 2",
    ),
    planting(
      "drop index idx_fk_country_id",
      "unindexed_foreign_key public.city (country_id) → public.country (country_id)",
    ),
    planting(
      "alter table customer alter column store_id type smallint",
      "reference_type_mismatch public.customer (store_id) → public.store (store_id)",
      "same_name_different_types public.customer (store_id)",
    ),
    planting(
      "alter table address add constraint fk_address_city foreign key (city_id) references city on delete cascade",
      "duplicate_foreign_key public.address (city_id): fk_address_city",
    ),
    planting(
      "alter table category alter column category_id drop default",
      "missing_default public.category (category_id)",
    ),
    planting(
      "select setval('actor_actor_id_seq', 10)",
      "sequence_behind public.actor (actor_id): public.actor_actor_id_seq: 50",
    ),
    planting(
      "select setval('country_country_id_seq', 2000000000)",
      "sequence_near_overflow public.country (country_id): public.country_country_id_seq",
    ),
    planting(
      "create index film_by_title on film (title); create index inventory_store on inventory (store_id)",
      "duplicate_index public.film (title): idx_title",
      "duplicate_index public.inventory (store_id): inventory_store",
    ),
    planting(
      "update pg_index set indisvalid = false where indexrelid = 'idx_last_name'::regclass",
      "invalid_index public.customer (last_name): idx_last_name",
    ),
    planting(
      "update film set rating = null where film_id between 31 and 37",
      "null_despite_default public.film (rating): 7",
    ),
    planting("alter table staff alter column active drop not null", "nullable_boolean public.staff (active)"),
    planting(
      `alter table rental alter column return_date type timestamp; alter table film add column price money;
       alter table address alter column postal_code type char(10)`,
      "doubtful_type public.rental (return_date)",
      "doubtful_type public.film (price)",
      "doubtful_type public.address (postal_code)",
    ),
    planting(
      "alter table film add constraint film_is_long check (length > 60) not valid",
      "unvalidated_check public.film (length): film_is_long",
      "check_violations public.film (length): film_is_long: 1",
    ),
    planting(
      "update film set rental_duration = -1 where film_id in (3, 4, 9)",
      "values_out_of_range public.film (rental_duration): 3",
    ),
    planting(
      "update customer set email = 'CUSTOMER.3@SAKILACUSTOMER.org ' where customer_id = 77",
      "duplicate_contacts public.customer (email): 2",
    ),
    planting(
      `alter table film_category drop constraint film_category_pkey;
       insert into film_category select * from film_category where film_id in (20, 30)`,
      "no_primary_key public.film_category",
      "duplicate_keys public.film_category (film_id, category_id): 2",
      "missing_unique public.film_category (film_id, category_id)",
      "unindexed_foreign_key public.film_category (film_id) → public.film (film_id)",
    ),
    planting("update film set title = ' ' where film_id in (50, 51)", "empty_required_text public.film (title): 2"),
    planting(
      `create table fees (fee integer);
       create function late_fee() returns integer language plpgsql as $$ begin return (select max(fee) from fees); end $$;
       create view overdue as select rental_id, late_fee() as fee from rental;
       drop table fees`,
      "unreadable_view public.overdue: not checked",
    ),
  ],
};
