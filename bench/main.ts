import { Command } from "commander";
import { repairCommand } from "./repair/repair-command";
import { scanCommand } from "./scan/scan-command";

const program = new Command("bench")
  .description("Measures Plumbline against what PostgreSQL needs for the same, on data that is made for it.")
  .addCommand(scanCommand())
  .addCommand(repairCommand());

await program.parseAsync();
