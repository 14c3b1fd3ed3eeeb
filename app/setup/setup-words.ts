import type { Mode } from "@/lib/config";
import type { SetupState } from "@/lib/setup/setup-state";

interface Words {
  title: string;
  text: { any: string } & Partial<Record<Mode, string>>;
  command?: string;
  after: string;
}

const migrate = "npm run -s plumbline -- migrate";
const reload = "Then reload this page.";

/** What is missing and the exact command that mends it. */
export const setupWords: Record<Exclude<SetupState["status"], "ready">, Words> = {
  absent: {
    title: "The database is not prepared yet",
    text: {
      any: "Nothing has been created in the connected database. This command shows the SQL of Plumbline's own schema, asks, and applies it when you say yes.",
    },
    command: migrate,
    after: `Run it where the server runs, with the same configuration. ${reload}`,
  },
  older: {
    title: "The database needs a newer schema",
    text: {
      any: "This version of Plumbline brings migrations that the connected database does not have. This command shows their SQL, asks, and applies them when you say yes.",
    },
    command: migrate,
    after: reload,
  },
  newer: {
    title: "The database belongs to a newer Plumbline",
    text: { any: "It was migrated by a newer version than the one that runs here. Install that version and start it." },
    after: "Nothing was changed.",
  },
  changed: {
    title: "A migration was edited after it had been applied",
    text: {
      any: "The files in supabase/migrations no longer say what was applied to this database. Put them back as they were; this command names them.",
    },
    command: migrate,
    after: "Nothing was changed.",
  },
  no_operator: {
    title: "There is no operator yet",
    text: {
      any: "The database is prepared, but nobody may sign in. This command makes the first admin and prints a password once.",
      supabase:
        "The database is prepared, but nobody may sign in. This command makes the first admin; a user of the project keeps the password they have, a new one is printed once.",
    },
    command: "npm run -s plumbline -- operators add you@example.com --role admin",
    after: reload,
  },
  unreachable: {
    title: "The database cannot be reached",
    text: {
      any: "The server at DATABASE_URL does not answer. The log says why.",
      embedded: "The embedded PostgreSQL does not answer. Stop Plumbline and start it again.",
    },
    after: "Reload this page to try again.",
  },
};
