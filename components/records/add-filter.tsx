"use client";

import { type ReactElement, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { Select } from "@/components/ui/select";
import type { BrowsableColumn } from "@/lib/records/browsable";
import type { FilterOperator, RecordFilter } from "@/lib/records/filter";
import { FilterValue } from "./filter-value";
import { operatorWords } from "./filter-words";

interface AddFilterProps {
  columns: readonly BrowsableColumn[];
  onAdd: (filter: RecordFilter) => void;
}

/** Opens at once: it is loaded when its button is pressed. */
export function AddFilter({ trigger, columns, onAdd }: AddFilterProps & { trigger: ReactElement }) {
  const [open, setOpen] = useState(true);
  return (
    <Popover open={open} onOpenChange={setOpen}>
      <PopoverTrigger render={trigger} />
      <PopoverContent title="Add a filter">
        <FilterForm
          columns={columns.filter((column) => column.operators.length > 0)}
          onAdd={(filter) => {
            onAdd(filter);
            setOpen(false);
          }}
        />
      </PopoverContent>
    </Popover>
  );
}

function FilterForm({ columns, onAdd }: AddFilterProps) {
  const [key, setKey] = useState((columns.find(({ kind }) => kind === "status") ?? columns[0])?.key);
  const [operator, setOperator] = useState<FilterOperator | null>(null);
  const [value, setValue] = useState("");
  const column = columns.find((candidate) => candidate.key === key);
  if (!column) return null;
  const { operators } = column;
  const chosen = operators.find((candidate) => candidate === operator) ?? operators[0] ?? "eq";
  const wantsValue = chosen !== "empty" && chosen !== "filled";

  return (
    <form
      className="flex flex-col gap-3"
      onSubmit={(event) => {
        event.preventDefault();
        onAdd(wantsValue ? { column: column.key, operator: chosen, value } : { column: column.key, operator: chosen });
      }}
    >
      <Field label="Column">
        {(control) => (
          <Select
            {...control}
            value={column.key}
            options={columns.map((candidate) => ({ value: candidate.key, label: candidate.label }))}
            onValueChange={(next) => {
              setKey(next);
              setOperator(null);
              setValue("");
            }}
          />
        )}
      </Field>
      <Field label="Condition">
        {(control) => (
          <Select
            {...control}
            value={chosen}
            options={operators.map((candidate) => ({ value: candidate, label: operatorWords[candidate] }))}
            onValueChange={setOperator}
          />
        )}
      </Field>
      {wantsValue && <FilterValue column={column} value={value} onChange={setValue} />}
      <Button type="submit" variant="primary" disabled={wantsValue && value === ""}>
        Add
      </Button>
    </form>
  );
}
