import type { Line, TableSize } from "./types";

export interface Part {
  tables: TableSize[];
  lines: Line[];
}

/** Tables that lines lead between, however many steps it takes, each group with its lines. */
export function connectedParts(tables: TableSize[], lines: Line[]): Part[] {
  const leaders = new Map(tables.map(({ id }) => [id, id]));
  const leaderOf = (id: string): string => {
    let leader = id;
    for (let next = leaders.get(leader); next !== undefined && next !== leader; next = leaders.get(leader))
      leader = next;
    leaders.set(id, leader);
    return leader;
  };
  for (const { child, parent } of lines) leaders.set(leaderOf(child), leaderOf(parent));
  const parts = new Map<string, Part>();
  for (const table of tables) {
    const leader = leaderOf(table.id);
    const part = parts.get(leader) ?? { tables: [], lines: [] };
    part.tables.push(table);
    parts.set(leader, part);
  }
  for (const line of lines) parts.get(leaderOf(line.child))?.lines.push(line);
  return [...parts.values()];
}
