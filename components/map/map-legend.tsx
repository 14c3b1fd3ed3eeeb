/** What the lines of the picture mean. */
export function MapLegend() {
  return (
    <ul className="flex flex-wrap gap-x-5 gap-y-1 text-muted-foreground text-xs">
      <Sign stroke="var(--muted-foreground)">A foreign key, from child to parent</Sign>
      <Sign stroke="var(--muted-foreground)" dashed>
        A reference that no foreign key declares
      </Sign>
      <Sign stroke="var(--danger)">Broken, with the number of rows that name no parent</Sign>
      <Sign stroke="var(--warning)">Sound, but with a warning</Sign>
    </ul>
  );
}

function Sign({ stroke, dashed = false, children }: { stroke: string; dashed?: boolean; children: string }) {
  return (
    <li className="inline-flex items-center gap-1.5">
      <svg aria-hidden="true" width="28" height="8" className="shrink-0">
        <line
          x1="0"
          y1="4"
          x2="28"
          y2="4"
          stroke={stroke}
          strokeWidth="2"
          strokeDasharray={dashed ? "6 4" : undefined}
        />
      </svg>
      {children}
    </li>
  );
}
