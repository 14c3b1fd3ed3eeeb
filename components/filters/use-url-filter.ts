import { type UseQueryStatesKeysMap, useQueryStates } from "nuqs";

/** What is searched for lives in the URL: pasted elsewhere, or by Back, the same view comes. */
export function useUrlFilter<Parsers extends UseQueryStatesKeysMap>(parsers: Parsers) {
  const [filter, set] = useQueryStates(parsers, { history: "push" });
  const filtered = Object.values(filter).some((value) => value !== null);
  return { filter, set, clear: () => set(null), filtered };
}
