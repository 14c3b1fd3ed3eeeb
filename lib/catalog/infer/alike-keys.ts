import type { Table } from "../types";
import type { NamedKey } from "./named-key";

/** Keys that names do not tell apart, by what is the same of them. */
type Kinds = Map<string, NamedKey[]>;

/**
 * Keys that are found by the same words. Where a database has a thousand of a kind, no column is named after one of them
 * alone, and a few of them say so as well as all do.
 */
export class AlikeKeys {
  readonly #everywhere: Kinds = new Map();
  readonly #inSchema = new Map<string, Kinds>();
  readonly #ofTable = new Map<Table, NamedKey[]>();

  add(kind: string, named: NamedKey): void {
    const { table } = named;
    const nearby = this.#inSchema.get(table.schema) ?? new Map();
    this.#inSchema.set(table.schema, nearby);
    for (const kinds of [this.#everywhere, nearby]) append(kinds, kind, named);
    append(this.#ofTable, table, named);
  }

  /** What stands for all of them to this table: so many of each kind, so many of its own schema, and its own keys. */
  of(child: Table, most: number): NamedKey[] {
    const nearby = this.#inSchema.get(child.schema) ?? new Map();
    const found = [this.#everywhere, nearby].flatMap((kinds: Kinds) =>
      [...kinds.values()].flatMap((alike) => firstOthers(alike, child, most)),
    );
    return [...found, ...(this.#ofTable.get(child) ?? [])];
  }
}

function firstOthers(alike: NamedKey[], child: Table, most: number): NamedKey[] {
  const found: NamedKey[] = [];
  for (const named of alike) {
    if (found.length === most) break;
    if (named.table !== child) found.push(named);
  }
  return found;
}

function append<Key>(groups: Map<Key, NamedKey[]>, key: Key, named: NamedKey): void {
  const group = groups.get(key);
  if (group) group.push(named);
  else groups.set(key, [named]);
}
