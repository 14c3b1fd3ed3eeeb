import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";

const tabs = ["probes", "schedule"] as const;

export type ProbesTab = (typeof tabs)[number];

/** What `edit` says when the probe is a new one; otherwise it names the probe. */
export const newProbe = "new";

/** The tab and the open editor live in the URL. */
export function useProbesView() {
  const [view, setView] = useQueryStates(
    { tab: parseAsStringLiteral(tabs).withDefault("probes"), edit: parseAsString },
    { history: "push" },
  );
  return { view, setView };
}
