import pg from "pg";
import { probes } from "../registry";
import { runScenario } from "../run-scenario";

// Begins the same probe many times, each stopped before another of its messages, says so, and waits to be killed.
const [url = "", count = "0"] = process.argv.slice(2);
const pool = new pg.Pool({ connectionString: url, max: Number(count) });
let stalled = 0;

for (let stopsAt = 2; stopsAt < 2 + Number(count); stopsAt += 1) {
  const connect = async () => {
    const client = await pool.connect();
    const query = client.query.bind(client) as (...words: unknown[]) => unknown;
    let sent = 0;
    const stalling = (...words: unknown[]) => {
      sent += 1;
      if (sent < stopsAt * 3) return query(...words);
      stalled += 1;
      if (stalled === Number(count)) process.stdout.write("all of them wait\n");
      return new Promise(() => undefined);
    };
    return Object.assign(client, { query: stalling });
  };
  void runScenario({ connect: connect as pg.Pool["connect"] }, probes["message-needs-conversation"].scenario());
}
