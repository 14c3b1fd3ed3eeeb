import { useId } from "react";
import type { ApiKeysPage } from "@/lib/api-keys/types";

type ScopeChoice = ApiKeysPage["scopes"][number];

interface ScopeChoicesProps {
  legend: string;
  scopes: ScopeChoice[];
  chosen: ScopeChoice["name"][];
  onChange: (chosen: ScopeChoice["name"][]) => void;
  error?: string;
}

/** What a caller may do, each with what it is for. */
export function ScopeChoices({ legend, scopes, chosen, onChange, error }: ScopeChoicesProps) {
  const id = useId();
  const toggle = (name: ScopeChoice["name"]) =>
    onChange(chosen.includes(name) ? chosen.filter((other) => other !== name) : [...chosen, name]);
  return (
    <fieldset aria-describedby={error ? id : undefined} className="flex flex-col">
      <legend className="pb-1.5 font-medium">{legend}</legend>
      {scopes.map(({ name, about }) => (
        <label
          key={name}
          className="flex min-h-6 cursor-pointer items-start gap-2.5 rounded-sm px-1 py-1 hover:bg-hover"
        >
          <input
            type="checkbox"
            checked={chosen.includes(name)}
            onChange={() => toggle(name)}
            className="mt-0.5 size-4 shrink-0 accent-primary"
          />
          <span>
            <span className="font-mono text-xs">{name}</span>{" "}
            <span className="block text-muted-foreground text-xs">{about}</span>
          </span>
        </label>
      ))}
      {error && (
        <p id={id} className="pt-1 text-danger text-xs">
          {error}
        </p>
      )}
    </fieldset>
  );
}
