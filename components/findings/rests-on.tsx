import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { referencesQuery } from "@/components/references/queries";
import { ReferenceItem } from "@/components/references/reference-item";

/** The undeclared reference behind a finding, to be adopted or rejected where its consequences are seen. */
export function RestsOn({ id, mayDecide }: { id: string; mayDecide: boolean }) {
  const { data } = useQuery(referencesQuery);
  const reference = data?.find((one) => one.id === id);
  return (
    <section aria-label="The reference it rests on" className="flex flex-col gap-1.5">
      <p className="px-1 text-muted-foreground">
        No foreign key declares this reference: this finding rests on what the columns look like, or on somebody's word.{" "}
        <Link href="/references" className="text-primary underline underline-offset-2">
          All such references
        </Link>
      </p>
      {reference && (
        <ul>
          <ReferenceItem reference={reference} mayDecide={mayDecide} />
        </ul>
      )}
    </section>
  );
}
