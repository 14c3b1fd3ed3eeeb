import type { Catalog, Table, TableName } from "./types";

/** The table that a reference names: one of the business, or that of the accounts of the sign-in. */
export function parentTable({ find, accounts }: Catalog, name: TableName): Table | undefined {
  return find(name) ?? (isAccounts(accounts, name) ? accounts : undefined);
}

function isAccounts(accounts: Table | null | undefined, { schema, name }: TableName): accounts is Table {
  return accounts?.schema === schema && accounts.name === name;
}
