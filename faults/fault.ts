import type { Ground } from "./ground";
import type { Site } from "./site";

/** Something that goes wrong while a run is under way. */
export interface Fault {
  name: string;
  /** How often it strikes one run, at most. */
  strikes: number;
  /** Strikes a run that was under way a moment ago; gives whether it still was. */
  strike?(ground: Ground, runId: string): Promise<boolean>;
  /** It strikes by itself, as soon as it is called; otherwise at a random instant of the run. */
  atOnce?: true;
  /** How often the run is started at the same time. */
  starts?: number;
  /** Goes on beside the whole run. */
  beside?(ground: Ground, site: Site): Promise<{ stop(): Promise<void> }>;
  rowsOnly?: true;
  /** Others change the rows meanwhile, so what is left of the fault and what an undo gives is not known beforehand. */
  movesRows?: true;
  /** What a run that has to end says. */
  ends?: string;
}
