import { Card } from "@/components/ui/card";
import { Skeleton } from "@/components/ui/skeleton";

const rows = ["a", "b", "c", "d", "e"];
const cards = ["a", "b", "c", "d"];

/** The overview's places, held while it is read. */
export function OverviewSkeleton() {
  return (
    <div aria-busy="true" className="flex flex-col gap-6">
      <p className="sr-only">Reading the state of the database</p>
      <Card className="divide-y">
        {rows.map((row) => (
          <div key={row} className="flex h-17 items-center gap-6 px-4">
            <Skeleton className="h-5 w-20" />
            <Skeleton className="h-5 w-72 max-w-[50%]" />
          </div>
        ))}
      </Card>
      <div className="grid gap-3 md:grid-cols-2 xl:grid-cols-4">
        {cards.map((card) => (
          <Card key={card} className="h-64 gap-3 p-4">
            <Skeleton className="h-5 w-32" />
            <Skeleton className="h-5 w-44" />
          </Card>
        ))}
      </div>
    </div>
  );
}
