import { Search } from "lucide-react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";
import { Select } from "@/components/ui/select";
import type { MapTable } from "@/lib/map/types";
import type { MapFiltering } from "./map-filter";

export function MapFilters({ filter, set, filtered, clear, tables }: MapFiltering & { tables: MapTable[] }) {
  const schemas = [...new Set([filter.schema, ...tables.map(({ schema }) => schema)])].filter((name) => name !== "any");
  const options = schemas.sort().map((name) => ({ value: name, label: name }));
  return (
    <div className="flex flex-wrap items-center gap-2">
      <search className="relative w-full sm:w-60">
        <Search aria-hidden className="absolute top-2 left-2.5 size-4 text-muted-foreground" />
        <Input
          type="search"
          aria-label="Table"
          placeholder="Table"
          value={filter.table}
          onValueChange={(table) => set({ table: table || null })}
          className="pl-8"
        />
      </search>
      {(options.length > 1 || filter.schema !== "any") && (
        <Select
          aria-label="Schema"
          options={[{ value: "any", label: "Any schema" }, ...options]}
          value={filter.schema}
          onValueChange={(schema) => set({ schema })}
          className="w-44"
        />
      )}
      <label className="flex h-8 cursor-pointer items-center gap-2 rounded-md border border-input bg-card px-2.5 hover:bg-hover">
        <input
          type="checkbox"
          checked={filter.broken}
          onChange={(event) => set({ broken: event.target.checked || null })}
          className="size-4 accent-primary"
        />
        Only broken
      </label>
      {filtered && (
        <Button variant="ghost" onClick={clear}>
          Clear filters
        </Button>
      )}
    </div>
  );
}
