import { Command, Option } from "commander";
import { startProduct } from "@/e2e/support/product";
import { createEngine } from "@/lib/db";
import { contextAs } from "@/lib/testing/context";
import { countOf, say } from "../options";
import { onProduct } from "./on-product";
import { type Phase, runPhase } from "./phase";
import { phaseText } from "./report";
import { newFindings, scanned } from "./scanned";

interface LoadOptions {
  callers: number;
  seconds: number;
  demo: "as-found" | "repaired" | "both";
}

/** `npm run load` */
export function loadCommand(): Command {
  return new Command("load")
    .description("Many callers on every write route of a started server, on the demo as found and repaired.")
    .option("--callers <count>", "how many at once", countOf, 200)
    .option("--seconds <count>", "for how long", countOf, 60)
    .addOption(new Option("--demo <state>", "which").choices(["as-found", "repaired", "both"]).default("both"))
    .action(load);
}

async function load({ callers, seconds, demo }: LoadOptions): Promise<void> {
  const faults: string[] = [];
  const told = (title: string, phase: Phase) => {
    process.stdout.write(`${phaseText(title, callers, phase)}\n\n`);
    faults.push(...phase.ledger.faults, ...phase.differences);
  };
  say("Starting Plumbline …");
  const product = await startProduct();
  const { reset, repair } = onProduct(product);
  const phase = async () => {
    const engine = createEngine(product.engineUrl, { maxConnections: 4 });
    const admin = contextAs("admin", engine);
    return { admin, run: () => runPhase({ baseUrl: product.baseUrl, admin, callers, seconds }), close: engine.close };
  };
  try {
    if (demo !== "repaired") {
      const { run, close } = await phase();
      told("As found", await run());
      await close();
      if (demo === "both") await reset();
    }
    if (demo !== "as-found") {
      say("Repairing the demo …");
      const { admin, run, close } = await phase();
      // Playbooks repair what a scan has found.
      await scanned(admin);
      await repair();
      const before = await scanned(admin);
      told("Repaired", await run());
      const found = newFindings(before, await scanned(admin));
      process.stdout.write(found.length === 0 ? "A scan after it finds nothing new.\n" : `${found.join("\n")}\n`);
      faults.push(...found);
      await close();
    }
  } finally {
    await product.stop();
  }
  process.stdout.write(
    faults.length === 0 ? "All kept.\n" : `Not kept: ${faults.length}\n${faults.slice(0, 20).join("\n")}\n`,
  );
  if (faults.length > 0) process.exitCode = 1;
}
