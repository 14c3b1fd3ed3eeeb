import { csvLine } from "./csv-line";
import type { WholeImageRow } from "./image-row";

/** How images are written into a file, one after the other. */
export interface ImageText {
  head: string;
  row(image: WholeImageRow, isFirst: boolean): string;
  tail: string;
}

const csvColumns = ["at", "run", "repair", "table", "key", "change", "column", "before", "after"];

export const imageTexts = {
  /** A line per column that the run changed: tables have different columns, and a spreadsheet has one set. */
  csv: { head: csvLine(csvColumns), row: csvLines, tail: "" },
  /** An array of objects, one per row. */
  json: {
    head: "[",
    row: (image, isFirst) => `${isFirst ? "\n" : ",\n"}${JSON.stringify(toObject(image))}`,
    tail: "\n]\n",
  },
} as const satisfies Record<string, ImageText>;

function csvLines(image: WholeImageRow): string {
  const { before, after, change, changed } = image;
  const columns = change === "update" ? changed : Object.keys(before ?? after ?? {});
  const same = [
    image.created_at.toISOString(),
    image.run_id,
    image.repair,
    `${image.schema_name}.${image.table_name}`,
    JSON.stringify(image.key),
    change,
  ];
  return columns.map((name) => csvLine([...same, name, before?.[name] ?? null, after?.[name] ?? null])).join("");
}

function toObject(image: WholeImageRow) {
  const { id, run_id: run, repair, schema_name: schema, table_name: table, key, change, before, after } = image;
  return { id, at: image.created_at.toISOString(), run, repair, schema, table, key, change, before, after };
}
