import { RelativeTime } from "@/components/ui/relative-time";
import type { How } from "@/lib/findings/types";
import { howWords } from "./how-words";

/** When a number was measured, and how. */
export function Measured({ at, how }: { at: string | null; how: How | null }) {
  if (at === null) return <>Never measured</>;
  return (
    <>
      <RelativeTime at={at} />
      {how && <span title={howWords[how].sentence}>, {howWords[how].short}</span>}
    </>
  );
}
