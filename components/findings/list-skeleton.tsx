import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

const places = ["a", "b", "c", "d", "e", "f", "g", "h"];

/** Rows held open while a list is read. */
export function ListSkeleton({ label }: { label: string }) {
  return (
    <Card className="divide-y">
      <p role="status" className="sr-only">
        {label}
      </p>
      {places.map((place) => (
        <div key={place} className="flex h-15 items-center gap-6 px-4">
          <Skeleton className="h-4 w-20 shrink-0" />
          <Skeleton className="h-4 w-96 max-w-full" />
        </div>
      ))}
    </Card>
  );
}
