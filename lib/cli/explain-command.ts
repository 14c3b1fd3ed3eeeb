import { readFileSync } from "node:fs";
import path from "node:path";
import { Command } from "commander";
import { checkCodes } from "@/lib/checks/codes";

/** `plumbline explain CHECK`: what it finds, why that matters, how to see it and what mends it. */
export function explainCommand(): Command {
  return new Command("explain")
    .description("print the page of a check")
    .argument("<check>", "its code, as `plumbline checks` lists it")
    .action((given: string) => {
      const code = checkCodes.find((known) => known === given);
      if (!code) {
        process.stderr.write(`There is no check ${given}: \`plumbline checks\` lists them all.\n`);
        process.exitCode = 2;
        return;
      }
      process.stdout.write(readFileSync(path.join("docs", "checks", `${code}.md`), "utf8"));
    });
}
