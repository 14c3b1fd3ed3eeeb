import { useQuery } from "@tanstack/react-query";
import Link from "next/link";
import { runImagesQuery } from "@/components/quarantine/queries";
import { formatCount } from "@/components/ui/format";
import { formatAbsolute } from "@/components/ui/format-time";
import { Notice } from "@/components/ui/notice";

/** Until when the run can be undone, where a retention takes its before-images away. */
export function ImagesLeave({ runId }: { runId: string }) {
  const { data } = useQuery(runImagesQuery(runId));
  if (!data?.leaving) return null;
  const { images, leaving } = data;
  const at = formatAbsolute(new Date(leaving.at));
  if (!leaving.isSoon) return <p className="text-muted-foreground">Its before-images leave quarantine on {at}.</p>;
  return (
    <Notice tone="warning" title={`Before-images leave on ${at}`}>
      <p>
        From then on the run cannot be undone. Undo it before, or{" "}
        <Link href={`/quarantine?run=${runId}`} className="text-primary hover:underline">
          export its {formatCount(images, "row")}
        </Link>
        .
      </p>
    </Notice>
  );
}
