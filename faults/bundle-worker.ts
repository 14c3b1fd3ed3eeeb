import { execFileSync } from "node:child_process";
import { rmSync } from "node:fs";
import path from "node:path";

const root = path.resolve(import.meta.dirname, "..");

export interface WorkerBundle {
  file: string;
  remove(): void;
}

/**
 * What `npm run worker` runs, in one file: loading it module by module takes three times as long, and a worker is started
 * after every kill. It comes to lie where its packages are found.
 */
export function bundleWorker(): WorkerBundle {
  const file = path.join(root, "node_modules", ".cache", "plumbline-faults", `worker-${process.pid}.mjs`);
  execFileSync(
    path.join(root, "node_modules", ".bin", "esbuild"),
    ["--bundle", "--packages=external", "--format=esm", "--platform=node", "--alias:@=.", `--outfile=${file}`],
    {
      cwd: root,
      input: `import { runWorker } from "./scripts/worker.ts";\nawait runWorker();\n`,
      stdio: ["pipe", "ignore", "pipe"],
    },
  );
  return { file, remove: () => rmSync(file, { force: true }) };
}
