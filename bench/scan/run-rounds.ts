import type { Engine } from "@/lib/db";
import { floorStatements } from "./floor";
import { statementsOneByOne } from "./one-by-one";
import { askPlainly } from "./plain-client";
import { readQuestions } from "./questions";
import { forgetScans, scanOnce } from "./scan-once";

/** The seconds that each way took in one round. */
export interface Round {
  floor: number;
  oneByOne: number;
  scan: number;
  unchanged: number;
}

interface Measuring {
  engine: Engine;
  url: string;
  rounds: number;
  say: (line: string) => void;
}

/** Every way once in each round, so that whatever slows the machine down slows all of them; one round before does not count. */
export async function runRounds({ engine, url, rounds, say }: Measuring): Promise<Round[]> {
  const measured: Round[] = [];
  const asked = await readQuestions(engine);
  for (let nth = 0; nth <= rounds; nth++) {
    await forgetScans(engine);
    const floor = (await askPlainly(url, floorStatements(asked))).seconds;
    const oneByOne = (await askPlainly(url, statementsOneByOne(asked))).seconds;
    const scan = await scanOnce(engine);
    const unchanged = await scanOnce(engine);
    const round = { floor, oneByOne, scan, unchanged };
    if (nth > 0) measured.push(round);
    say(`${nth === 0 ? "Warm-up" : `Round ${nth}`}: ${JSON.stringify(round)}`);
  }
  return measured;
}
