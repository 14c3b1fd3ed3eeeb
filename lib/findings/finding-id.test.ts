import { describe, expect, it } from "vitest";
import type { ReferenceTarget } from "@/lib/checks/target";
import { playbooks } from "@/lib/playbooks/registry";
import { findingId } from "./finding-id";

const target: ReferenceTarget = {
  kind: "reference",
  table: { schema: "a", name: "b" },
  columns: ["x", "y"],
  parent: { schema: "a", name: "c" },
  parentColumns: ["p", "q"],
  onDelete: "cascade",
};

describe("findingId", () => {
  it("stays the same whatever else is known of the target", () => {
    const id = findingId("orphan_rows", target);
    expect(id).toMatch(/^[0-9a-f]{16}$/);
    expect(findingId("orphan_rows", { ...target, onDelete: "set null", constraint: "k", index: "i" })).toBe(id);
    expect(findingId("orphan_rows", { ...target, columns: ["y", "x"], parentColumns: ["q", "p"] })).toBe(id);
  });

  it("tells apart what is not the same", () => {
    const different = [
      findingId("orphan_rows", target),
      findingId("missing_foreign_key", target),
      findingId("orphan_rows", { ...target, parentColumns: ["q", "p"] }),
      findingId("orphan_rows", { ...target, table: { schema: "a.b", name: "" } }),
      findingId("orphan_rows", { ...target, parent: target.table }),
    ];
    expect(new Set(different).size).toBe(different.length);
  });

  it("gives every promise of the playbooks an id of its own", () => {
    const ids = playbooks.flatMap(({ expects }) => expects.map(({ check, target: of }) => findingId(check, of)));
    expect(new Set(ids).size).toBe(ids.length);
  });
});
