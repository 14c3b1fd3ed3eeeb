import { CellValue } from "@/components/findings/cell-value";
import type { FieldChange } from "./field-changes";

/** One field before and after; the arrow and the spoken words carry it, colour only helps. */
export function ChangeValue({ change }: { change: FieldChange }) {
  if (!change.changed) return <CellValue value={change.before} />;
  if (change.after === undefined) return <CellValue value={change.before} />;
  if (change.before === undefined) return <CellValue value={change.after} className="text-success" />;
  return (
    <span>
      <del className="text-danger decoration-danger/50">
        <span className="sr-only">was </span>
        <CellValue value={change.before} className="text-danger" />
      </del>
      <span aria-hidden className="px-1 text-muted-foreground">
        →
      </span>
      <ins className="no-underline">
        <span className="sr-only"> becomes </span>
        <CellValue value={change.after} className="text-success" />
      </ins>
    </span>
  );
}
