import { afterAll, beforeAll, describe, expect, it } from "vitest";
import type { TestDatabase } from "@/lib/testing";
import { corpusFindings } from "./testing/corpus-findings";
import { loadCorpus } from "./testing/load-corpus";
import { plant } from "./testing/plant";
import { corpora } from "./testing/plantings";
import { tallyOf, tallyText } from "./testing/tally";

const truth: string[] = [];
const said: string[] = [];

describe.each(corpora)("a schema like $name", ({ name, known, plantings }) => {
  let database: TestDatabase;
  beforeAll(async () => {
    database = await loadCorpus(name);
  });
  afterAll(() => database.drop());

  it("has no fault but those that it was published with", async () => {
    expect(await corpusFindings(database)).toEqual(known.toSorted());
  });

  it("shows every fault that is planted, and no other", async () => {
    await plant(database, plantings);
    const planted = [...known, ...plantings.flatMap(({ finds }) => finds)].toSorted();
    const found = await corpusFindings(database);
    truth.push(...planted);
    said.push(...found);
    expect(found).toEqual(planted);
  });
});

it("says for each check how much of what is true it finds, and how much of what it finds is true", () => {
  const tallies = tallyOf(truth, said);
  process.stdout.write(`${tallyText(tallies)}\n`);
  expect([...tallies.values()].filter(({ missed, wrong }) => missed + wrong > 0)).toEqual([]);
});
