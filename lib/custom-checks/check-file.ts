import { CheckInput } from "./check-input";

/** A check as a file of the repository says it, or why the file says none. */
export type FileCheck = { id: string; check: CheckInput; fault: null } | { id: string; check: null; fault: string };

/**
 * A check from the text of its file: comment lines `-- name: …` at the top, then a condition over the table's rows,
 * or a query (it begins with `select` or `with`) that returns their keys.
 */
export function parseCheckFile(id: string, text: string): FileCheck {
  const lines = text.replaceAll("\r\n", "\n").split("\n");
  const body = lines.findIndex((line) => !/^\s*(--.*)?$/.test(line));
  const head = Object.fromEntries(lines.slice(0, body === -1 ? lines.length : body).flatMap(headerOf));
  const sql = body === -1 ? "" : lines.slice(body).join("\n").trim();
  const [schemaName, tableName] = tableOf(head.table ?? "");
  const parsed = CheckInput.safeParse({
    name: head.name ?? id,
    description: head.description ?? "",
    owner: head.owner ?? "the repository",
    severity: head.severity ?? "warning",
    schemaName,
    tableName,
    form: /^(select|with)\b/i.test(sql) ? "query" : "predicate",
    sql,
  });
  if (parsed.success) return { id, check: parsed.data, fault: null };
  return {
    id,
    check: null,
    fault: `${id} says no check: ${parsed.error.issues.map(({ message }) => message).join(" ")}`,
  };
}

function headerOf(line: string): [string, string][] {
  const [, key, value] = line.match(/^\s*--\s*([a-z]+)\s*:\s*(.*?)\s*$/i) ?? [];
  return key && value ? [[key.toLowerCase(), value]] : [];
}

/** `public.orders`, `orders`, `"My Shop"."Orders"`. */
function tableOf(text: string): [string, string] {
  const parts = [...text.matchAll(/"((?:[^"]|"")*)"|([^".\s]+)/g)].map(
    ([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? "",
  );
  const [first = "", second] = parts;
  return second === undefined ? ["public", first] : [first, second];
}
