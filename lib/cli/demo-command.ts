import { Command } from "commander";
import { makeDemoDatabase } from "@/lib/demo/demo-database";
import { changeDemoPassword } from "@/lib/embedded/secrets";
import { CommandError } from "./sentence";
import { type CommandDatabase, withDatabase } from "./with-database";

export function demoCommand(): Command {
  const demo = new Command("demo").description("the demo data of the embedded database");
  demo
    .command("reset")
    .description("throw the embedded database away and load the five incidents as they were found")
    .action(() => withDatabase(reset, { isPrepared: false }));
  return demo;
}

async function reset({ embedded, config, engine }: CommandDatabase): Promise<void> {
  if (!embedded) {
    throw new CommandError("The demo is for the embedded database only: DATABASE_URL is set, so nothing was done.");
  }
  await engine.close();
  const { server } = embedded;
  const secrets = config.demoPassword ? changeDemoPassword(config.dataDir, config.demoPassword) : embedded.secrets;
  const { demoPassword } = secrets;
  await makeDemoDatabase({ server, root: process.cwd(), secret: config.secret ?? secrets.secret, demoPassword });
  process.stdout.write("The demo is back as it was found. Everybody has to sign in again.\n");
}
