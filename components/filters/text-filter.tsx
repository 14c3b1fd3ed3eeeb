import { type FormEvent, useEffect, useId, useState } from "react";
import { Input } from "@/components/ui/input";

interface TextFilterProps {
  label: string;
  value: string | null;
  /** Values seen so far. */
  suggestions: string[];
  onChange: (value: string | null) => void;
  className?: string;
}

/** A filter that is typed; it takes effect with Enter or on leaving the field. */
export function TextFilter({ label, value, suggestions, onChange, className }: TextFilterProps) {
  const listId = useId();
  const [text, setText] = useState(value ?? "");
  useEffect(() => setText(value ?? ""), [value]);

  function commit(event?: FormEvent) {
    event?.preventDefault();
    const next = text.trim() === "" ? null : text.trim();
    if (next !== value) onChange(next);
  }

  return (
    <form onSubmit={commit} className={className}>
      <Input
        aria-label={label}
        placeholder={label}
        value={text}
        onValueChange={setText}
        onBlur={() => commit()}
        list={listId}
        autoComplete="off"
        spellCheck={false}
      />
      <datalist id={listId}>
        {suggestions.map((suggestion) => (
          <option key={suggestion} value={suggestion} />
        ))}
      </datalist>
    </form>
  );
}
