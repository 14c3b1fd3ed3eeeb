import {
  CompiledQuery,
  DummyDriver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
  type RawBuilder,
} from "kysely";

/** One statement exactly as it will run. Parameters are bound, never spliced. */
export interface Statement {
  sql: string;
  parameters: unknown[];
}

const compiler = new Kysely<unknown>({
  dialect: {
    createAdapter: () => new PostgresAdapter(),
    createDriver: () => new DummyDriver(),
    createIntrospector: (db) => new PostgresIntrospector(db),
    createQueryCompiler: () => new PostgresQueryCompiler(),
  },
});

/** The text and the parameters of a statement, without a connection. */
export function compileStatement(builder: RawBuilder<unknown>): Statement {
  const { sql, parameters } = builder.compile(compiler);
  return { sql: withoutMargin(sql), parameters: [...parameters] };
}

/** Sends a compiled statement as it is. */
export function executeStatement<Row = Record<string, unknown>>(
  db: Kysely<unknown>,
  { sql, parameters }: Statement,
): Promise<QueryResult<Row>> {
  return db.executeQuery<Row>(CompiledQuery.raw(sql, parameters) as CompiledQuery<Row>);
}

/** Template strings carry the indentation of the code they stand in; a person who reads the statement should not see it. */
function withoutMargin(text: string): string {
  const quoted = text.match(/'(?:[^']|'')*'|"(?:[^"]|"")*"/g) ?? [];
  if (quoted.some((part) => part.includes("\n"))) return text.trim();
  const lines = text.split("\n").map((line) => line.trimEnd());
  const margins = lines
    .filter((line, at) => at > 0 && line !== "")
    .map((line) => line.length - line.trimStart().length);
  const margin = margins.length > 0 ? Math.min(...margins) : 0;
  return lines
    .map((line, at) => (at === 0 ? line : line.slice(margin)))
    .join("\n")
    .trim();
}
