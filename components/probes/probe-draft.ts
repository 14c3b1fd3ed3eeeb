import type { SelectOption } from "@/components/ui/select";
import type { ProbeView } from "@/lib/probe-runs/types";
import type { Expected, ProbeStatement, TextRow } from "@/lib/probes/types";

/** A statement as it stands in the editor: all that can be typed is text. */
export interface StatementDraft {
  /** Tells statements apart while they are written. */
  key: number;
  title: string;
  sql: string;
  role: string;
  kind: Expected["kind"];
  /** How many rows; empty where that is not the question. */
  rows: string;
  sqlstate: string;
  /** The rows that are expected, as JSON. */
  returns: string;
}

export interface ProbeDraft {
  name: string;
  description: string;
  owner: string;
  statements: StatementDraft[];
}

export const kindOptions: SelectOption<Expected["kind"]>[] = [
  { value: "accepted", label: "Accepted" },
  { value: "refused", label: "Refused with a code" },
  { value: "returns", label: "Returns these rows" },
  { value: "prepared", label: "Only prepares" },
];

export function emptyStatement(key: number): StatementDraft {
  return { key, title: "", sql: "", role: "", kind: "accepted", rows: "", sqlstate: "", returns: "[]" };
}

export function emptyDraft(owner: string): ProbeDraft {
  return { name: "", description: "", owner, statements: [emptyStatement(1)] };
}

export function draftOf({ title, summary, written }: ProbeView): ProbeDraft {
  const statements = written?.statements ?? [];
  return {
    name: title,
    description: summary,
    owner: written?.owner ?? "",
    statements: statements.map((statement, at) => statementDraft(statement, at + 1)),
  };
}

function statementDraft({ title, sql, role, expected }: ProbeStatement, key: number): StatementDraft {
  const draft = { ...emptyStatement(key), title, sql, role: role ?? "", kind: expected.kind };
  if (expected.kind === "refused") return { ...draft, sqlstate: expected.sqlstate };
  if (expected.kind === "returns") return { ...draft, returns: JSON.stringify(expected.rows, null, 2) };
  return { ...draft, rows: expected.rows === null ? "" : String(expected.rows) };
}

/** What is sent of the statements; the server asks of it what it needs. */
export function statementsOf({ statements }: ProbeDraft): ProbeStatement[] {
  return statements.map(({ title, sql, role, ...expected }) => ({
    title,
    sql,
    role: role.trim() === "" ? null : role.trim(),
    expected: expectedOf(expected),
  }));
}

function expectedOf({ kind, rows, sqlstate, returns }: Omit<StatementDraft, "title" | "sql" | "role">): Expected {
  if (kind === "refused") return { kind, sqlstate: sqlstate.trim().toUpperCase() };
  if (kind === "returns") return { kind, rows: rowsOf(returns) ?? [] };
  return { kind, rows: rows.trim() === "" ? null : Number(rows) };
}

/** Null where the text is no list of objects with texts. */
function rowsOf(text: string): TextRow[] | null {
  try {
    const rows: unknown = JSON.parse(text);
    return Array.isArray(rows) && rows.every(isTextRow) ? rows : null;
  } catch {
    return null;
  }
}

function isTextRow(row: unknown): row is TextRow {
  if (typeof row !== "object" || row === null || Array.isArray(row)) return false;
  return Object.values(row).every((value) => value === null || typeof value === "string");
}

/** A sentence for each control that lacks something, by its name. */
export function draftFaults({ name, owner, statements }: ProbeDraft): Record<string, string> {
  const faults: Record<string, string> = {};
  if (name.trim().length < 3) faults.name = "Give it a name of at least three letters.";
  if (owner.trim() === "") faults.owner = "Say who answers for it.";
  for (const { key, title, sql, kind, rows, sqlstate, returns } of statements) {
    if (title.trim() === "") faults[`title-${key}`] = "Say what it shows.";
    if (sql.trim() === "") faults[`sql-${key}`] = "Write the statement.";
    if (kind === "refused" && !/^[0-9A-Z]{5}$/i.test(sqlstate.trim()))
      faults[`sqlstate-${key}`] = "Write PostgreSQL’s code of five characters, 23503 for example.";
    if (kind === "returns" && rowsOf(returns) === null)
      faults[`returns-${key}`] = 'Write a list of rows, their values as text: [{"count": "2"}]';
    if ((kind === "accepted" || kind === "prepared") && !/^\d{0,9}$/.test(rows.trim()))
      faults[`rows-${key}`] = "Write a number, or nothing.";
  }
  return faults;
}
