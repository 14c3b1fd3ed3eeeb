import { listOperators } from "@/lib/auth/operators/list-operators";
import type { OpenDatabase } from "@/lib/cli/opened";
import { databaseSentence, getEngine } from "@/lib/db";
import { demoEmails } from "@/lib/demo/demo-operators";
import { setupState } from "@/lib/setup/setup-state";

/** What somebody who has just started it needs to know next. */
export async function announce({ embedded, config }: OpenDatabase): Promise<string[]> {
  if (!embedded) return explainSetup();
  try {
    return await introduceDemo(embedded.secrets.demoPassword, config.dataDir);
  } catch (error) {
    // It serves by now: a database that is too busy for this question is no reason to end.
    return ["", `  Who can sign in could not be read: ${databaseSentence(error)}`, ""];
  }
}

async function introduceDemo(password: string, dataDir: string): Promise<string[]> {
  const operators = await listOperators(getEngine());
  const usable = new Set(operators.filter((operator) => !operator.disabledAt).map((operator) => operator.email));
  const demo = demoEmails.filter(({ email }) => usable.has(email));
  if (demo.length === 0) return [];
  return [
    "",
    "  Sign in to the demo as",
    ...demo.map(({ email, role }) => `    ${email.padEnd(26)} ${role}`),
    `  with the password ${password}`,
    "",
    `  The data is kept in ${dataDir}. Ctrl-C stops everything.`,
    "",
  ];
}

async function explainSetup(): Promise<string[]> {
  const { status } = await setupState();
  if (status === "absent" || status === "older") {
    return [
      "",
      "  The database is not prepared. See the SQL and say yes with:",
      "",
      "    npm run -s plumbline -- migrate",
      "",
    ];
  }
  if (status === "no_operator") {
    return [
      "",
      "  There is no operator yet. Make the first admin with:",
      "",
      "    npm run -s plumbline -- operators add you@example.com --role admin",
      "",
    ];
  }
  return status === "ready" ? [] : ["", "  The console says what is wrong with the database.", ""];
}
