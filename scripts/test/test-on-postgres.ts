import { fetchPostgres } from "./fetch-postgres";
import { postgresReleases } from "./postgres-releases";
import { runCommand } from "./run-command";

/** Runs the integration tests, or those that are named, on another version of PostgreSQL, and returns the exit code. */
export async function testOnPostgres([version = "", ...wanted]: string[]): Promise<number> {
  const release = postgresReleases[version];
  if (!release) {
    const versions = Object.keys(postgresReleases).join(", ");
    process.stderr.write(`Name the version of PostgreSQL to test on, one of ${versions}, then folders or files.\n`);
    return 1;
  }
  process.env.PLUMBLINE_TEST_POSTGRES = await fetchPostgres(release);
  const parameters = ["run", "--project", "integration", ...wanted];
  const { code } = await runCommand({ program: "vitest", parameters, live: true, timeoutMs: 3_600_000 });
  return code ?? 1;
}
