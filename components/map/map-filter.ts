import { parseAsBoolean, parseAsString, parseAsStringLiteral, throttle, useQueryStates } from "nuqs";

export const orderOptions = ["broken", "name"] as const;
export type Order = (typeof orderOptions)[number];

const typingMs = 300;

/** Filter, order and way of looking live in the URL, so that a link shows the same. */
export function useMapFilter() {
  const [{ view, order, ...filter }, set] = useQueryStates(
    {
      table: parseAsString.withDefault("").withOptions({ history: "replace", limitUrlUpdates: throttle(typingMs) }),
      schema: parseAsString.withDefault("any"),
      broken: parseAsBoolean.withDefault(false),
      order: parseAsStringLiteral(orderOptions).withDefault("broken"),
      /** Without it, the screen's width decides. */
      view: parseAsStringLiteral(["graph", "list"]),
    },
    { history: "push" },
  );
  const filtered = filter.table !== "" || filter.schema !== "any" || filter.broken;
  return { filter, view, order, set, filtered, clear: () => set({ table: null, schema: null, broken: null }) };
}

export type MapFiltering = ReturnType<typeof useMapFilter>;
