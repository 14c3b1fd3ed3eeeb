import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { asRole } from "@/lib/runs/testing/as-role";
import { createEmptyDatabase, type TestDatabase } from "@/lib/testing";
import { catalogFailures, catalogVerdicts } from "@/lib/testing/catalog-verdicts";

describe("sequence_near_overflow", () => {
  let database: TestDatabase;
  const run = (text: string) => database.pool.query(text);
  const failing = async () => (await catalogFailures(database, "sequence_near_overflow")).map(([label]) => label);

  beforeAll(async () => {
    database = await createEmptyDatabase();
    await run(`
      create schema "Sales Dept";
      create table "Sales Dept"."Lines" ("Id" integer generated always as identity primary key);
      create table small (id smallserial);
      create sequence beyond;
      create table wide (id integer default nextval('beyond'), code numeric(5) default nextval('beyond'));
    `);
  });
  afterAll(() => database.drop());

  it("passes before a sequence gave anything, and up to four fifths", async () => {
    expect(await failing()).toEqual([]);
    await run(`select setval('"Sales Dept"."Lines_Id_seq"', 1717986917), setval('small_id_seq', 26213)`);
    expect(await failing()).toEqual([]);
  });

  it("does not report large numbers that fit, a range of its own, or one that begins anew", async () => {
    await run(`
      create table big (id bigserial);
      create sequence own_range minvalue 2000000000 maxvalue 2100000000;
      create table ranged (id integer default nextval('own_range'));
      create sequence turns maxvalue 10 cycle;
      create table turned (id integer default nextval('turns'));
      create sequence down increment -1 minvalue -100;
      create table downs (id integer default nextval('down'));
      select setval('big_id_seq', 3000000000), setval('own_range', 2000000100), setval('turns', 10), setval('down', -70);
    `);
    expect(await failing()).toEqual([]);
  });

  it("fails for one that was restarted near its end and gave nothing yet", async () => {
    await run(`create table late (id integer generated always as identity); create table early (id serial);
      alter table late alter id restart with 2100000000; alter table early alter id type smallint;`);
    expect(await failing()).toEqual(["public.late (id): public.late_id_seq"]);
    await run("drop table late, early");
  });

  it("fails beyond four fifths of what the column or the sequence can hold", async () => {
    await run(`select setval('"Sales Dept"."Lines_Id_seq"', 1717986919), setval('small_id_seq', 30000),
      setval('beyond', 90000), setval('down', -90)`);
    const found = (await catalogVerdicts(database, "sequence_near_overflow")).filter(
      ({ status }) => status === "failing",
    );
    expect(found.map(({ message }) => message)).toEqual(
      [
        ["Sales Dept.Lines_Id_seq", "1,717,986,919", "Sales Dept.Lines.Id", "2,147,483,647"],
        ["down", "-90", "downs.id", "-100"],
        ["small_id_seq", "30,000", "small.id", "32,767"],
        ["beyond", "90,000", "wide.code", "99,999"],
      ].map(
        ([sequence, given, column, limit]) =>
          `${sequence} has given ${given} to ${column}, and the last that fits is ${limit}. Widen the column or the sequence before it is reached.`,
      ),
    );
  });

  it("is not checked while the sequence cannot be read, and holds nobody up", async () => {
    await asRole(database, async (engine) => {
      const found = await catalogVerdicts(engine, "sequence_near_overflow");
      expect(found[0]).toMatchObject({ status: "not_checked", count: null });
    });
    const holder = await database.pool.connect();
    await holder.query("begin; drop sequence turns cascade");
    const found = await catalogVerdicts(database, "sequence_near_overflow");
    await holder.query("rollback");
    holder.release();
    expect(found.find(({ label }) => label.startsWith("public.small"))).toMatchObject({ status: "failing" });
  });

  it("passes once the columns are wide enough", async () => {
    await run(`alter table "Sales Dept"."Lines" alter column "Id" type bigint; alter table small alter column id type bigint;
      alter table wide alter column code type numeric(12); alter sequence down minvalue -1000000;
      alter sequence small_id_seq as bigint; alter sequence "Sales Dept"."Lines_Id_seq" as bigint`);
    expect(await failing()).toEqual([]);
  });
});
