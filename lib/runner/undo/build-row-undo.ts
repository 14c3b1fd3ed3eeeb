import { randomUUID } from "node:crypto";
import type { Kysely } from "kysely";
import type { Catalog } from "@/lib/catalog/types";
import { AppError } from "@/lib/errors";
import type { SampleRow } from "@/lib/plans/types";
import { creationRefusal } from "@/lib/repairs/created-row";
import { rewriteRefusal } from "@/lib/repairs/key-columns";
import { counted, listed, nameOf } from "@/lib/repairs/wording";
import { undoBatching } from "../batching";
import { triggerEffects } from "../effects";
import { fingerprintOf } from "../fingerprint";
import { type KeepItems, ListedItems } from "../listed-items";
import { keysIn, type Narrowing } from "../narrowing";
import type { WorkList } from "../row-statements";
import { type StepDraft, toSteps } from "../row-steps";
import type { PlanDraft } from "../stored-plan";
import type { WorkItem } from "../work-list";
import type { Foreseen, ObstacleContext } from "./undo-context";
import { readUndoItems, readUndoSample } from "./undo-items";
import { columnEffects, readUndoParts, type UndoPart } from "./undo-part";
import { undoSteps } from "./undo-steps";
import { adoptedBy, knownReferences, type UndoneRun } from "./undone-run";

const opposite = { insert: "delete", update: "update", delete: "insert" } as const;

/** Works out, row by row, what of a run can be taken back; of the chosen rows only, where some were chosen. */
export async function buildRowUndo(
  db: Kysely<unknown>,
  catalog: Catalog,
  run: UndoneRun,
  keep: KeepItems,
  narrowing?: Narrowing,
): Promise<PlanDraft> {
  const all = await readUndoParts(db, catalog, run.id);
  const parts: UndoPart[] = [];
  const planId = randomUUID();
  const foreseen: Foreseen = { setBack: [], staysGone: [] };
  const counts = { total: 0, skip: 0 };
  const sample: SampleRow[] = [];
  const steps: { change: StepDraft[]; audit: StepDraft }[] = [];
  const sentences: string[] = [];
  for (const whole of all) {
    const part = narrowing ? { ...whole, narrowing } : whole;
    refuseUnrestorable(part);
    const context: ObstacleContext = {
      catalog,
      part,
      references: knownReferences(run),
      adoptedBy: adoptedBy(run, all, catalog),
      removedFrom: all.filter(({ change }) => change === "delete").map(({ table }) => table),
      foreseen,
    };
    const isLast = whole === all.at(-1);
    const keys = { change: [] as string[], skip: [] as string[] };
    const found = new ListedItems(planId, keep, null, counts.total);
    await found.take(noting(readUndoItems(db, context), isLast ? null : keys));
    if (found.total === 0) continue;
    parts.push(part);
    const list: WorkList = {
      planId,
      table: part.table,
      key: part.key,
      positions: { first: counts.total + 1, last: counts.total + found.total },
    };
    steps.push(undoSteps(list, { ...context, foreseen: null }));
    sample.push(...(await readUndoSample(db, found.few)));
    sentences.push(sentenceOf(part, found.counts));
    counts.total += found.total;
    counts.skip += found.counts.skip;
    if (part.change === "delete") foreseen.staysGone.push({ table: part.table, keys: keys.skip });
    else if (keys.change.length > 0) foreseen.setBack.push({ table: part.table, keys: keys.change });
  }
  if (counts.total === 0) throw new AppError("invalid", "None of the chosen rows is one that the run changed.");
  return {
    id: planId,
    findingId: run.plan.findingId,
    repair: "undo",
    undoOf: run.id,
    target: { kind: "run", table: run.plan.table },
    table: run.plan.table,
    input: {},
    summary: sentences.join(" "),
    body: {
      form: "rows",
      destroys: false,
      batching: undoBatching(
        parts.map(({ table }) => table),
        parts.some(({ change }) => change === "insert"),
      ),
      steps: toSteps([...steps.flatMap(({ change }) => change), ...steps.map(({ audit }) => audit)]),
      effects: [
        ...(narrowing ? [choiceEffect(narrowing)] : []),
        ...parts.flatMap((part) => [...columnEffects(part), ...triggerEffects(part.table, opposite[part.change])]),
      ],
      ...(narrowing && { narrowing }),
      fingerprint: fingerprintOf(catalog, [
        run.plan.table,
        ...parts.map(({ table }) => ({ schema: table.schema, name: table.name })),
      ]),
    },
    willChange: counts.total - counts.skip,
    unchanged: 0,
    skipped: counts.skip,
    sample,
    rowEvent: null,
  };
}

/** Later parts must know which rows of earlier ones go back; the last part has none after it. */
async function* noting(
  parts: AsyncIterable<WorkItem[]>,
  keys: Record<"change" | "skip", string[]> | null,
): AsyncGenerator<WorkItem[]> {
  for await (const part of parts) {
    for (const { outcome, key } of keys ? part : []) if (keys && outcome !== "unchanged") keys[outcome].push(key);
    yield part;
  }
}

function refuseUnrestorable({ change, table, columns, changed, lost }: UndoPart): void {
  if (change === "update" && changed.length === 0) {
    throw new AppError("refused", `${nameOf(table)} has no ${listed(lost)} any more, so there is nothing to set back.`);
  }
  const reason = change === "delete" ? creationRefusal(table, columns) : rewriteRefusal(table);
  if (reason !== null) throw new AppError("refused", `${reason} It was made so after the run.`);
}

function choiceEffect(narrowing: Narrowing): string {
  const rows = counted(keysIn(narrowing).length, "row");
  const rest = "stays as the run left it, and can be undone later.";
  return "only" in narrowing
    ? `Only ${rows} that ${narrowing.only.length === 1 ? "was" : "were"} chosen ${narrowing.only.length === 1 ? "is" : "are"} taken back; everything else ${rest}`
    : `Everything is taken back but ${rows}; what was left out ${rest}`;
}

function sentenceOf({ change, table }: UndoPart, { change: n, skip: skipped }: ListedItems["counts"]): string {
  const rows = `${counted(n, "row")} of ${nameOf(table)}`;
  const one = n === 1;
  const what = {
    delete: `${rows} ${one ? "comes" : "come"} back`,
    update: `${rows} ${one ? "is" : "are"} set back`,
    insert: `${rows} that the run made ${one ? "is" : "are"} removed`,
  };
  return `${what[change]}${skipped > 0 ? `; ${skipped} cannot be and ${skipped === 1 ? "is" : "are"} skipped` : ""}.`;
}
