import { useId } from "react";
import { Input } from "@/components/ui/input";
import { fromLocalInput, toLocalInput } from "./local-time";

interface TimeFilterProps {
  label: string;
  value: Date | null;
  onChange: (at: Date | null) => void;
}

/** One end of a time range, by the reader's own clock. */
export function TimeFilter({ label, value, onChange }: TimeFilterProps) {
  const id = useId();
  return (
    <div className="flex items-center gap-1.5 text-muted-foreground text-xs max-sm:col-span-full max-sm:w-full">
      <label htmlFor={id} className="max-sm:w-8">
        {label}
      </label>
      <Input
        id={id}
        type="datetime-local"
        value={toLocalInput(value)}
        onValueChange={(text) => onChange(fromLocalInput(text))}
        className="w-48 max-sm:flex-1"
      />
    </div>
  );
}
