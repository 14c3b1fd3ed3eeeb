import type { SampleRow } from "@/lib/plans/types";
import type { RowPlan } from "@/lib/repairs/row-plan";
import { createdRow } from "./created-row";
import type { Outcome, WorkItem } from "./work-list";

/** Stores a part of a plan's work list, which begins at this position. */
export type KeepItems = (planId: string, first: number, items: readonly WorkItem[]) => Promise<void>;

const shownOfEach = 200;
const shownCreated = 6;

/** A work list as it is read: each part is stored at once, and only what a preview shows of it stays in memory. */
export class ListedItems {
  /** The first of each outcome. */
  readonly few: WorkItem[] = [];
  /** The first rows that would be made. */
  readonly created: SampleRow[] = [];
  readonly counts: Record<Outcome, number> & { create: number } = { change: 0, unchanged: 0, skip: 0, create: 0 };
  #image = "";

  constructor(
    private readonly planId: string,
    private readonly keep: KeepItems,
    private readonly creates: RowPlan["creates"] = null,
    /** How many items of the list come before these. */
    private readonly before = 0,
  ) {}

  get total(): number {
    const { change, unchanged, skip } = this.counts;
    return change + unchanged + skip;
  }

  /** The next part is read while the last is being stored. */
  async take(parts: AsyncIterable<WorkItem[]>): Promise<this> {
    let stored = Promise.resolve();
    for await (const part of parts) {
      await stored;
      stored = this.keep(this.planId, this.before + this.total + 1, part);
      stored.catch(() => undefined);
      for (const item of part) this.#note(item);
    }
    await stored;
    return this;
  }

  #note(item: WorkItem): void {
    this.counts[item.outcome] += 1;
    if (this.counts[item.outcome] <= shownOfEach) this.few.push(item);
    if (this.creates && item.outcome === "change" && item.choice) this.#noteCreated(this.creates, item.choice);
  }

  // Items that need the same row stand together.
  #noteCreated(creates: NonNullable<RowPlan["creates"]>, choice: string): void {
    const { create } = JSON.parse(choice) as { create?: Record<string, string | null> };
    const image = JSON.stringify(create ?? null);
    if (!create || image === this.#image) return;
    this.#image = image;
    this.counts.create += 1;
    if (this.created.length < shownCreated) this.created.push(createdRow(creates, create));
  }
}
