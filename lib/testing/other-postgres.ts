import { execFileSync } from "node:child_process";
import path from "node:path";
import type { PostgresHome } from "@/lib/embedded/boot";

/** The PostgreSQL whose folder, the one with `bin` in it, PLUMBLINE_TEST_POSTGRES names. */
export function otherPostgres(): PostgresHome | undefined {
  const home = process.env.PLUMBLINE_TEST_POSTGRES;
  if (!home) return undefined;
  const program = (name: string) => path.resolve(home, "bin", name);
  return {
    initdb: program("initdb"),
    postgres: program("postgres"),
    collation:
      majorOf(program("postgres")) >= 17
        ? ["--locale=C", "--locale-provider=builtin", "--builtin-locale=C.UTF-8"]
        : ["--locale=C.UTF-8"],
  };
}

/** It says "postgres (PostgreSQL) 14.23". */
function majorOf(postgres: string): number {
  const said = execFileSync(postgres, ["--version"], { encoding: "utf8" });
  return Number.parseInt(said.replace(/^\D*/, ""), 10);
}
