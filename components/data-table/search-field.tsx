"use client";

import { Search, X } from "lucide-react";
import { useEffect, useEffectEvent, useId, useState } from "react";
import { Button } from "@/components/ui/button";
import { Input } from "@/components/ui/input";

const settleMs = 300;
const shortest = 3;

interface SearchFieldProps {
  label: string;
  value: string;
  /** Called when typing has settled on nothing or on enough to search for. */
  onSearch: (text: string) => void;
}

export function SearchField({ label, value, onSearch }: SearchFieldProps) {
  const [text, setText] = useState(value);
  const [sought, setSought] = useState(value);
  const hintId = useId();
  const search = useEffectEvent(onSearch);

  // The address changed by itself: Back, or the filters were cleared.
  if (value !== sought) {
    setSought(value);
    setText(value);
  }

  const wanted = text.trim();
  const tooShort = wanted.length > 0 && wanted.length < shortest;
  useEffect(() => {
    if (tooShort || wanted === sought) return;
    const timer = setTimeout(() => {
      setSought(wanted);
      search(wanted);
    }, settleMs);
    return () => clearTimeout(timer);
  }, [wanted, sought, tooShort]);

  return (
    <search className="relative min-w-0 flex-1 sm:w-64 sm:flex-none">
      <Search aria-hidden className="absolute top-2 left-2.5 size-4 text-muted-foreground" />
      <Input
        type="search"
        aria-label={label}
        aria-describedby={tooShort ? hintId : undefined}
        placeholder={label}
        value={text}
        onValueChange={setText}
        className="px-8 [&::-webkit-search-cancel-button]:hidden"
      />
      {text !== "" && (
        <Button
          variant="ghost"
          size="icon-sm"
          aria-label="Clear the search"
          className="absolute top-0.5 right-0.5"
          onClick={() => setText("")}
        >
          <X aria-hidden />
        </Button>
      )}
      {tooShort && (
        <p
          id={hintId}
          aria-live="polite"
          className="absolute top-full left-0 z-20 mt-1 rounded-sm border bg-popover px-2 py-0.5 text-muted-foreground text-xs shadow-sm"
        >
          Type at least {shortest} characters
        </p>
      )}
    </search>
  );
}
