import { createEngine, type Engine } from "./engine";

// Next bundles this module more than once in a process; the symbol makes them share one pool.
const slot = Symbol.for("plumbline.engine");
const shared = globalThis as { [slot]?: { url: string; engine: Engine } };

/** The engine of this process. `scripts/start` hands its address over in the environment, whichever the mode. */
export function getEngine(url: string | undefined = process.env.PLUMBLINE_ENGINE_URL): Engine {
  if (!url) throw new Error("No database is known to this process. Start Plumbline with `npm start`.");
  const existing = shared[slot];
  if (existing?.url === url && !existing.engine.pool.ending) return existing.engine;
  const engine = createEngine(url);
  shared[slot] = { url, engine };
  return engine;
}
