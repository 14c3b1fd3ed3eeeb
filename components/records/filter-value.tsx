import { useState } from "react";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { RecordColumn } from "@/lib/records/define";
import { humanise } from "./value-text";

interface FilterValueProps {
  column: RecordColumn;
  value: string;
  onChange: (value: string) => void;
}

export function FilterValue({ column, value, onChange }: FilterValueProps) {
  if (column.kind === "time") return <TimeValue key={column.key} onChange={onChange} />;
  return (
    <Field label="Value">
      {(control) =>
        column.options ? (
          <Select
            {...control}
            value={value || null}
            placeholder="Choose"
            options={column.options.map((option) => ({ value: option, label: humanise(option) }))}
            onValueChange={onChange}
          />
        ) : (
          <Input {...control} value={value} onValueChange={(text) => onChange(text.trim())} />
        )
      }
    </Field>
  );
}

/** Typed in the reader's own zone, asked for in UTC. */
function TimeValue({ onChange }: { onChange: (value: string) => void }) {
  const [local, setLocal] = useState("");
  return (
    <Field label="Value" hint="In your own time zone">
      {(control) => (
        <Input
          {...control}
          type="datetime-local"
          value={local}
          onValueChange={(text) => {
            setLocal(text);
            const time = new Date(text);
            onChange(Number.isNaN(time.getTime()) ? "" : time.toISOString());
          }}
        />
      )}
    </Field>
  );
}
