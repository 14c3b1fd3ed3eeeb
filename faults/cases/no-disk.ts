import { sql } from "kysely";
import type { Fault } from "../fault";
import { patiently } from "../patience";

/** From this row of a work list on there is no room, nor for rows that are made. The first batch of others goes through, the second does not. */
const firstWithout = 1_200;

/**
 * A small file system cannot be had everywhere, so a trigger on quarantine raises what PostgreSQL raises when it cannot
 * extend a file: 53100.
 */
export const noDisk: Fault = {
  name: "no disk for quarantine",
  strikes: 0,
  rowsOnly: true,
  ends: "no disk space left",
  async beside({ engine }, { schema }) {
    const make = sql`
      create function ${sql.id(schema)}.no_disk() returns trigger language plpgsql as $$
      begin
        raise exception 'could not extend file: No space left on device' using errcode = '53100';
      end $$`;
    await patiently(() => make.execute(engine.db));
    await patiently(() =>
      sql`
        create trigger no_disk before insert on plumbline.quarantine for each row
        when (new.schema_name = ${sql.lit(schema)} and (new.position >= ${sql.lit(firstWithout)} or new.before is null))
        execute function ${sql.id(schema)}.no_disk()
      `.execute(engine.db),
    );
    const stop = async () => {
      await patiently(() => sql`drop trigger no_disk on plumbline.quarantine`.execute(engine.db));
    };
    return { stop };
  },
};
