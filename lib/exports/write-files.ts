import { comment } from "./comment";
import type { ExportedChange, ExportFile, ExportPart, SqlExport } from "./types";

interface Numbered {
  change: ExportedChange;
  part: ExportPart;
  /** "step 2 of 3" */
  place: string;
}

/**
 * Numbers the statements in the order in which they ran and writes each to a file of its own. What was added to the
 * schema is taken back before anything else: a key that came first would keep removed rows from coming back.
 */
export function writeFiles(name: string, changes: readonly ExportedChange[]): SqlExport {
  const applied = changes.flatMap((change) => placed(change, change.apply));
  const last = changes.toReversed();
  const undone = [...last.filter(({ addsOnly }) => addsOnly), ...last.filter(({ addsOnly }) => !addsOnly)];
  const clock = clockOf();
  return {
    name: slug(name),
    migrations: applied.map((one) => fileOf(one, clock(one.change.at), "")),
    undo: undone
      .flatMap((change) => placed(change, change.undo))
      .map((one) => fileOf(one, clock(one.change.at), "undo ")),
  };
}

function placed(change: ExportedChange, parts: readonly ExportPart[]): Numbered[] {
  return parts.map((part, at) => ({
    change,
    part,
    place: parts.length > 1 ? `Step ${at + 1} of ${parts.length}: ` : "",
  }));
}

function fileOf({ change, part, place }: Numbered, stamp: string, prefix: string): ExportFile {
  const [first = "", ...others] = part.notes;
  const lines = [...change.evidence, "", `${prefix === "" ? "" : "Undo. "}${place}${first}`, ...others];
  return {
    name: `${stamp}_${slug(`${prefix}${change.label} ${part.label}`)}.sql`,
    sql: `${comment(lines)}\n\n${part.sql};\n`,
  };
}

/** Each file is later than the one before it, and no earlier than its run: the same run gives the same names again. */
function clockOf(): (at: Date) => string {
  let last = 0;
  return (at) => {
    last = Math.max(last + 1_000, Math.floor(at.getTime() / 1_000) * 1_000);
    return new Date(last).toISOString().replaceAll(/\D/g, "").slice(0, 14);
  };
}

function slug(text: string): string {
  const plain = text
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, "_")
    .replaceAll(/^_+|_+$/g, "");
  return plain.slice(0, 100) || "export";
}
