import { ChevronLeft, ChevronRight } from "lucide-react";
import { Button } from "@/components/ui/button";

interface PageTurnerProps {
  page: number;
  onPrevious: (() => void) | null;
  onNext: (() => void) | null;
  loading: boolean;
}

export function PageTurner({ page, onPrevious, onNext, loading }: PageTurnerProps) {
  if (page === 1 && !onNext) return null;
  return (
    <div className="flex items-center justify-end gap-2">
      <p role="status" className="text-muted-foreground text-xs">
        Page {page}
      </p>
      <Button size="sm" disabled={!onPrevious} onClick={() => onPrevious?.()}>
        <ChevronLeft aria-hidden />
        Previous
      </Button>
      <Button size="sm" disabled={!onNext} pending={loading && onNext !== null} onClick={() => onNext?.()}>
        Next
        <ChevronRight aria-hidden />
      </Button>
    </div>
  );
}
