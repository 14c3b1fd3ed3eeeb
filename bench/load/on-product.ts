import { emailOf } from "@/e2e/support/operators";
import { type Product, productEnvironment } from "@/e2e/support/product";
import { runScript } from "@/e2e/support/safety/command";
import { playbooks } from "@/lib/playbooks/registry";

/** What a person does with a started Plumbline on the command line. */
export function onProduct({ dataDir }: Product) {
  async function plumbline(words: string[]): Promise<void> {
    const { code, stdout, stderr } = await runScript("plumbline.js", words, { env: productEnvironment(dataDir) });
    if (code !== 0) throw new Error(`plumbline ${words.join(" ")} ended with ${code}:\n${stdout}\n${stderr}`);
  }

  /** Carries out every playbook, to its end. */
  async function repair(): Promise<void> {
    const as = ["--as", emailOf("admin"), "--yes", "--reason", "repaired before the load"];
    for (const { slug } of playbooks) await plumbline(["playbook", slug, ...as]);
  }

  return { plumbline, repair };
}
