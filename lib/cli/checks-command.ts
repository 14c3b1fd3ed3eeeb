import { Command } from "commander";
import { checks } from "@/lib/checks/registry";
import { repairsFor } from "@/lib/repairs/registry";

/** `plumbline checks`: every check with its severity, its title and the repairs of its findings. */
export function checksCommand(): Command {
  return new Command("checks").description("list every check").action(() => {
    const widest = Math.max(...Object.keys(checks).map((code) => code.length));
    for (const { code, severity, title } of Object.values(checks)) {
      const repairs = repairsFor(code).map((repair) => repair.code);
      const line = `${code.padEnd(widest)}  ${severity.padEnd(7)}  ${title}`;
      process.stdout.write(`${line}${repairs.length > 0 ? `  (${repairs.join(", ")})` : ""}\n`);
    }
  });
}
