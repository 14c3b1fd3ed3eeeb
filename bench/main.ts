import { Command } from "commander";
import { loadCommand } from "./load/load-command";
import { repairCommand } from "./repair/repair-command";
import { scanCommand } from "./scan/scan-command";

const program = new Command("bench")
  .description("Measures Plumbline against what PostgreSQL needs for the same, on data that is made for it.")
  .addCommand(scanCommand())
  .addCommand(repairCommand())
  .addCommand(loadCommand());

await program.parseAsync();
