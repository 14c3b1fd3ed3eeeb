export interface Database {
  port: number;
  password: string;
  database: string;
}

/** The address of a database in the embedded PostgreSQL. */
export function databaseAddress({ port, password, database }: Database): string {
  return `postgres://postgres:${encodeURIComponent(password)}@127.0.0.1:${port}/${database}`;
}
