import dynamic from "next/dynamic";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Card } from "@/components/ui/card";
import { formatCount } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import type { ApiKeysPage } from "@/lib/api-keys/types";

const AnyoneDialog = dynamic(() => import("./anyone-dialog").then((file) => file.AnyoneDialog));

/** What callers without a key may do: nothing, unless an admin has opened the door, of which this warns. */
export function AnyoneCard({ page }: { page: ApiKeysPage }) {
  const [deciding, setDeciding] = useState(false);
  const [first] = page.open;
  const change = <Button onClick={() => setDeciding(true)}>Change…</Button>;
  return (
    <>
      {first ? (
        <Notice tone="warning" title="Callers without a key are let in">
          <div className="flex flex-wrap items-end justify-between gap-x-4 gap-y-2">
            <p>
              Whoever reaches this server may use{" "}
              <span className="font-mono text-xs">{page.open.map(({ scope }) => scope).join(", ")}</span>, from each
              address {formatCount(first.ratePerMinute, "time")} a minute. {first.allowedBy} decided this{" "}
              <RelativeTime at={first.allowedAt} />.
            </p>
            {change}
          </div>
        </Notice>
      ) : (
        <Card
          aria-label="Callers without a key"
          className="flex-row flex-wrap items-center justify-between gap-x-4 gap-y-2 px-4 py-3"
        >
          <p>Every caller needs a key.</p>
          {change}
        </Card>
      )}
      {deciding && <AnyoneDialog page={page} onClose={() => setDeciding(false)} />}
    </>
  );
}
