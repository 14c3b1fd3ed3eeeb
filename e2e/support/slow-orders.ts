import { withEngine } from "./engine";

/** Orders of nobody, each of which takes a moment to delete, as where a trigger of the customer's does its work. */
export async function addSlowOrders(count: number): Promise<void> {
  await withEngine(async (client) => {
    await client.query(
      `insert into orders (user_id, order_number, total)
       select gen_random_uuid(), 'SLOW-' || n, 10 from generate_series(1, $1::integer) as n`,
      [count],
    );
    await client.query(`
      create function take_a_moment() returns trigger language plpgsql as
      'begin perform pg_sleep(0.001); return old; end'
    `);
    await client.query(
      "create trigger take_a_moment before delete on orders for each row execute function take_a_moment()",
    );
  });
}
