import { Skeleton } from "@/components/ui/skeleton";
import { canvasClass } from "./canvas-class";

/** The room that the picture or the list will take. */
export function MapSkeleton() {
  return (
    <>
      <p role="status" className="sr-only">
        Reading the tables and their references
      </p>
      <div className="flex gap-2">
        <Skeleton className="h-8 w-56" />
        <Skeleton className="h-8 w-40" />
      </div>
      <Skeleton className={canvasClass} />
    </>
  );
}
