import { parseAsArrayOf, parseAsNativeArrayOf, parseAsString, parseAsStringLiteral, useQueryStates } from "nuqs";

const parsers = {
  tab: parseAsString,
  q: parseAsString.withDefault(""),
  sort: parseAsString,
  direction: parseAsStringLiteral(["asc", "desc"]),
  filter: parseAsNativeArrayOf(parseAsString),
  columns: parseAsArrayOf(parseAsString),
  cursor: parseAsString,
  open: parseAsString,
};

/** Everything that makes up what is seen, kept in the address: pasted elsewhere it shows the same. */
export function useRecordView() {
  const [view, setView] = useQueryStates(parsers, { history: "push" });
  return { view, setView };
}

export type RecordView = ReturnType<typeof useRecordView>["view"];
export type SetRecordView = ReturnType<typeof useRecordView>["setView"];

/** What another tab begins with. */
export const emptyView = {
  q: null,
  sort: null,
  direction: null,
  filter: null,
  columns: null,
  cursor: null,
  open: null,
} as const;
