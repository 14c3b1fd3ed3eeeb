import { type ReactNode, useEffect, useRef, useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { formatNumber } from "@/components/ui/format";

/** As many as are quickly drawn. */
const step = 300;

interface GrowingListProps<Item> {
  items: Item[];
  row: (item: Item) => ReactNode;
  /** What they are, for the button: "tables". */
  what: string;
}

/** All of a long list, a part at a time: whoever asks for more goes on with the first that is new. */
export function GrowingList<Item>({ items, row, what }: GrowingListProps<Item>) {
  const [listed, setListed] = useState(step);
  const list = useRef<HTMLUListElement>(null);
  useEffect(() => {
    if (listed > step) list.current?.children[listed - step]?.querySelector("a")?.focus();
  }, [listed]);
  const left = items.length - listed;
  return (
    <>
      <Card>
        <ul ref={list} className="divide-y">
          {items.slice(0, listed).map(row)}
        </ul>
      </Card>
      {left > 0 && (
        <div className="flex flex-wrap items-center gap-3">
          <Button onClick={() => setListed(listed + step)}>
            Show {formatNumber(Math.min(step, left))} more {what}
          </Button>
          <p className="text-muted-foreground tabular-nums">
            {formatNumber(listed)} of {formatNumber(items.length)} are listed.
          </p>
        </div>
      )}
    </>
  );
}
