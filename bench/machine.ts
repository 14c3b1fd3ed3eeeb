import os from "node:os";

export interface Machine {
  cpus: number;
  model: string;
  memoryGib: number;
  node: string;
}

export function thisMachine(): Machine {
  const cpus = os.cpus();
  return {
    cpus: cpus.length,
    model: cpus[0]?.model ?? "unknown",
    memoryGib: Math.round(os.totalmem() / 2 ** 30),
    node: process.version,
  };
}

/** "2 CPUs (AMD EPYC), 24 GiB" */
export function machineLine({ cpus, model, memoryGib }: Machine): string {
  return `${cpus} CPUs (${model}), ${memoryGib} GiB`;
}
