import { X } from "lucide-react";

/** One filter that is on, said in words, with a way to take it off. */
export function FilterChip({ text, onRemove }: { text: string; onRemove: () => void }) {
  return (
    <span className="inline-flex h-7 max-w-full items-center gap-1 rounded-md bg-primary-soft pl-2 font-medium text-primary text-xs">
      <span className="truncate">{text}</span>
      <button
        type="button"
        onClick={onRemove}
        aria-label={`Remove the filter: ${text}`}
        className="flex size-6 shrink-0 items-center justify-center rounded-md hover:bg-hover"
      >
        <X aria-hidden className="size-3.5" />
      </button>
    </span>
  );
}
