import pg from "pg";
import { environment } from "./environment";

/** One connection to the product's database, to assert on what is really in it. */
export async function withEngine<T>(work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: environment.engineUrl.get(), application_name: "plumbline-e2e" });
  await client.connect();
  try {
    return await work(client);
  } finally {
    await client.end();
  }
}
