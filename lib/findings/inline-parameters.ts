import { replaceInCode, type Statement } from "@/lib/db";

/** The statement with its values written out, to be read and pasted. It is shown and never sent. */
export function inlineParameters({ sql, parameters }: Statement): string {
  return replaceInCode(sql, /\$\d+/, (found) => literal(parameters[Number(found.slice(1)) - 1]));
}

function literal(value: unknown): string {
  if (value === null || value === undefined) return "null";
  if (typeof value === "number" || typeof value === "bigint" || typeof value === "boolean") return String(value);
  if (Array.isArray(value)) return `array[${value.map(literal).join(", ")}]`;
  const text = typeof value === "object" ? JSON.stringify(value) : String(value);
  const quoted = `'${text.replaceAll("'", "''")}'`;
  return text.includes("\\") ? `e${quoted.replaceAll("\\", "\\\\")}` : quoted;
}
