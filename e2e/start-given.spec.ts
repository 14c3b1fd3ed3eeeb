import { makeDataDirectory, removeDataDirectory } from "@/lib/testing/data-directory";
import { expect, test } from "./support";
import { productEnvironment } from "./support/product";
import { ask } from "./support/safety/ask";
import { type Ended, runScript } from "./support/safety/command";
import { bootGivenDatabase, type GivenDatabase } from "./support/safety/given-database";
import { type OwnProduct, pointTo, startOwn, untilSaid } from "./support/safety/own-product";
import { apply, count, endOf, findingOf, preview, rows, scanNow } from "./support/safety/repairs";

const email = "first.admin@example.com";
const lines = `"Front Office"."Order Lines"`;
const ofOrphans = `from ${lines} as l where l."Account No" is not null and not exists (
  select from "Front Office"."Customer Accounts" as a where a."Account No" = l."Account No" and a."Branch" = l."Branch"
)`;

let given: GivenDatabase;
let dataDir: string;
let product: OwnProduct;
let backToShared: () => void;
let asGiven: unknown[];
let password: string;

// Every test goes on where the one before left the database.
test.describe.configure({ mode: "serial" });

test.beforeAll(async () => {
  given = await bootGivenDatabase();
  dataDir = await makeDataDirectory();
  asGiven = await given.inventory();
  product = await startOwn({ dataDir, env: { DATABASE_URL: given.url } });
  backToShared = pointTo(product, dataDir, given.url);
});

test.afterAll(async () => {
  backToShared();
  product.signal("SIGTERM");
  await product.ended;
  await removeDataDirectory(dataDir);
  await given.stop();
});

function plumbline(...words: string[]): Promise<Ended> {
  return runScript("plumbline.js", words, { env: { ...productEnvironment(dataDir), DATABASE_URL: given.url } });
}

test("in a database that was given nothing is created, and the console says what to run", async ({ page }) => {
  await untilSaid(product, /npm run -s plumbline -- migrate/);
  for (const address of ["/", "/login", "/findings"]) {
    await page.goto(address);
    await expect(page.getByRole("heading", { name: "The database is not prepared yet" })).toBeVisible();
    await expect(page.getByText("npm run -s plumbline -- migrate", { exact: true })).toBeVisible();
  }
  const api = await ask("/api/overview");
  expect(api.status).toBe(503);
  expect(await api.json()).toMatchObject({ error: { code: "unavailable" } });
  expect(await (await ask("/api/health")).json()).toMatchObject({ status: "ok", schema: null });
  expect(await given.inventory()).toEqual(asGiven);
});

test("operators cannot be added before the database is prepared", async () => {
  const added = await plumbline("operators", "add", email, "--role", "admin");
  expect(added).toMatchObject({ code: 1, stdout: "" });
  expect(added.stderr).toBe("The database is not prepared: run `npm run -s plumbline -- migrate` first.\n");
  expect(await given.inventory()).toEqual(asGiven);
});

test("migrate shows its SQL and changes nothing until it is told yes", async ({ page }) => {
  const shown = await plumbline("migrate");
  expect(shown.code).toBe(1);
  expect(shown.stdout).toContain("create schema if not exists plumbline;");
  expect(shown.stderr).toBe("Nothing was changed. Read the SQL above, then run the same command with --yes.\n");
  expect(await given.inventory()).toEqual(asGiven);

  const applied = await plumbline("migrate", "--yes");
  expect(applied).toMatchObject({ code: 0, stdout: shown.stdout });
  expect(applied.stderr).toMatch(/^Applied .* plumbline, .* jobs\.\n$/);
  expect(await plumbline("migrate")).toEqual({
    code: 0,
    stdout: "",
    stderr: "The database is up to date: nothing to do.\n",
  });

  await page.goto("/");
  await expect(page.getByRole("heading", { name: "There is no operator yet" })).toBeVisible();
  await expect(
    page.getByText("npm run -s plumbline -- operators add you@example.com --role admin", { exact: true }),
  ).toBeVisible();
});

test("the demo is not loaded: of the business's own, everything is as it was and only the audit was added", async () => {
  const tables = await rows<{ name: string }>(
    "select format('%I.%I', schemaname, tablename) as name from pg_tables where tableowner = 'Shop Owner' order by 1",
  );
  const business = tables.map(({ name }) => name).filter((name) => !/^(auth|plumbline|plumbline_jobs)\./.test(name));
  expect(business).toEqual(['"Front Office"."Customer Accounts"', lines, "public.error_logs"]);
  const reset = await plumbline("demo", "reset");
  expect(reset).toMatchObject({ code: 1, stdout: "" });
  expect(reset.stderr).toMatch(/The demo is for the embedded database only/);
  expect(await count(`from ${lines}`)).toBe(60);
});

test("once the first admin is there, the same server lets them in", async ({ page }) => {
  const added = await plumbline("operators", "add", email, "--role", "admin");
  expect(added.code).toBe(0);
  password = added.stdout.match(/shown this once: (\S+)/)?.[1] ?? "";

  await page.goto("/");
  await expect(page).toHaveURL("/login?next=%2F");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/");
  await expect(page.getByRole("banner")).toContainText("Shop Data");
});

test("a scan finds where the business breaks what it declares, and a repair mends it", async ({ page }) => {
  await page.goto("/login");
  await page.getByLabel("Email").fill(email);
  await page.getByLabel("Password").fill(password);
  await page.getByRole("button", { name: "Sign in" }).click();
  await expect(page).toHaveURL("/");
  await scanNow(page);
  const failing = await rows(`
    select check_code as check, table_name as "table", count::integer
    from plumbline.findings where status = 'failing' order by 1
  `);
  expect(failing).toEqual([
    { check: "nullable_composite_reference", table: "Order Lines", count: 1 },
    { check: "orphan_rows", table: "Order Lines", count: 7 },
    { check: "unindexed_foreign_key", table: "Order Lines", count: 1 },
    { check: "unvalidated_constraint", table: "Order Lines", count: 1 },
  ]);

  const sound = await rows(`select * from ${lines} as l except select l.* ${ofOrphans} order by 1`);
  const orphans = await rows<object>(`select l.* ${ofOrphans} order by 1`);
  await preview(page, await findingOf("orphan_rows", "Order Lines"), "Delete the orphans");
  const run = await apply(page, "Their accounts are gone");
  expect(await endOf(run)).toBe("succeeded");
  await expect(page.getByText("Verified: the check passes")).toBeVisible();
  expect(await rows(`select * from ${lines} order by 1`)).toEqual(sound);
  expect(await count(`from plumbline.quarantine where run_id = $1 and change = 'delete'`, [run])).toBe(orphans.length);
  expect(await count("from error_logs where run_id = $1 and action = 'row.delete'", [run])).toBe(orphans.length);
});
