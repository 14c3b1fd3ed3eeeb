import { checkOn } from "@/lib/checks/registry";
import { targetLabel } from "@/lib/checks/target-label";
import type { Engine } from "@/lib/db";
import { measure } from "@/lib/scan/measure";
import { readExpected } from "../read-expected";

/** Everything that a scan finds wrong or cannot check: "check target", with the rows where rows are faulty. */
export async function corpusFindings(engine: Engine): Promise<string[]> {
  const { catalog, expectations } = await readExpected(engine);
  const found = await measure(engine, catalog, expectations);
  return found
    .filter(({ status }) => status !== "passing")
    .map(({ expectation: { check, target }, count }) => {
      const isOfRows = checkOn(check, target).form === "row";
      const said = count === null ? ": not checked" : isOfRows ? `: ${count}` : "";
      return `${check} ${targetLabel(target)}${said}`;
    })
    .toSorted();
}
