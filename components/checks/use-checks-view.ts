import { parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";

const tabs = ["library", "written", "baseline", "schedule"] as const;

export type ChecksTab = (typeof tabs)[number];

/** What `edit` says when the check is a new one; otherwise it names the check. */
export const newCheck = "new";

/** The tab, the filter of the library and the open editor live in the URL. */
export function useChecksView() {
  const [view, setView] = useQueryStates(
    {
      tab: parseAsStringLiteral(tabs).withDefault("library"),
      search: parseAsString.withDefault(""),
      edit: parseAsString,
    },
    { history: "push" },
  );
  return { view, setView };
}
