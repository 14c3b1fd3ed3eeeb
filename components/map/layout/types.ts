export interface Point {
  x: number;
  y: number;
}

export interface Box extends Point {
  width: number;
  height: number;
}

/** What is to be placed: a table with the size that it is drawn in. */
export interface TableSize {
  id: string;
  width: number;
  height: number;
}

/** A line from child to parent, with the room that its label takes; none where it has no label. */
export interface Line {
  id: string;
  child: string;
  parent: string;
  label: { width: number; height: number } | null;
}

export interface PlacedLine {
  /** Where it begins, and for each Bézier curve of it two control points and its end. */
  curve: Point[];
  /** The middle of its label. */
  label: Point;
  /** The tip of its arrow, and whether it points right. */
  tip: Point;
  pointsRight: boolean;
}

/** Where everything goes, in one picture that begins at 0, 0. */
export interface Layout {
  tables: Map<string, Box>;
  lines: Map<string, PlacedLine>;
  width: number;
  height: number;
}
