import { Command } from "commander";
import { scanCommand } from "./scan/scan-command";

const program = new Command("bench")
  .description("Measures Plumbline against what PostgreSQL needs for the same, on data that is made for it.")
  .addCommand(scanCommand());

await program.parseAsync();
