import { emailOf } from "@/e2e/support/operators";
import { type Product, productEnvironment } from "@/e2e/support/product";
import { runScript } from "@/e2e/support/safety/command";
import { playbooks } from "@/lib/playbooks/registry";

/** What a person does with a started Plumbline on the command line. */
export function onProduct({ dataDir }: Product) {
  async function plumbline(words: string[], isDone: (code: number | null, stdout: string) => boolean): Promise<void> {
    const { code, stdout, stderr } = await runScript("plumbline.js", words, { env: productEnvironment(dataDir) });
    if (!isDone(code, stdout))
      throw new Error(`plumbline ${words.join(" ")} ended with ${code}:\n${stdout}\n${stderr}`);
  }

  /** Back to the demo as it was found. */
  function reset(): Promise<void> {
    return plumbline(["demo", "reset"], (code) => code === 0);
  }

  /** Carries out every playbook, up to what only a person can choose. */
  async function repair(): Promise<void> {
    const as = ["--as", emailOf("admin"), "--yes", "--reason", "repaired before the load"];
    for (const { slug } of playbooks) {
      await plumbline(
        ["playbook", slug, ...as],
        (code, stdout) => code === 0 || stdout.includes("Nothing changes by itself here. Choose on the finding's page"),
      );
    }
  }

  return { reset, repair };
}
