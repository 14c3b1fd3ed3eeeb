export interface DoneRun {
  id: string;
  undoOf: string | null;
}

/** Repairs that hold: never undone, or undone by a run that was itself undone. */
export function inEffect<T extends DoneRun>(runs: readonly T[]): T[] {
  const undoes = Map.groupBy(runs, ({ undoOf }) => undoOf);
  const holds = ({ id }: T): boolean => !(undoes.get(id) ?? []).some(holds);
  return runs.filter((run) => run.undoOf === null && holds(run));
}
