import { useMutation } from "@tanstack/react-query";
import { ArrowRight, Ban } from "lucide-react";
import dynamic from "next/dynamic";
import Link from "next/link";
import { useRouter } from "next/navigation";
import { type FormEvent, useEffect, useId, useRef, useState } from "react";
import { previewRepairAction } from "@/app/(console)/findings/actions";
import { act } from "@/components/shell/act";
import { Button } from "@/components/ui/button";
import { cn } from "@/components/ui/cn";
import { Notice } from "@/components/ui/notice";
import type { OfferedRepair } from "@/lib/plans/types";
import { initialInput, missingInput } from "./repair-input";

const RepairFields = dynamic(() => import("./repair-fields").then((file) => file.RepairFields));

interface RepairCardProps {
  findingId: string;
  offer: OfferedRepair;
  mayRepair: boolean;
  /** The one that a playbook's link asked for. */
  highlighted: boolean;
}

/** One repair: what it does, why it cannot be done now, or the way to its preview. Nothing changes from here. */
export function RepairCard({ findingId, offer, mayRepair, highlighted }: RepairCardProps) {
  const id = useId();
  const router = useRouter();
  const card = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (highlighted) card.current?.scrollIntoView({ block: "nearest" });
  }, [highlighted]);
  const [input, setInput] = useState(() => initialInput(offer.fields));
  const [errors, setErrors] = useState<Record<string, string>>({});
  const preview = useMutation({
    mutationFn: () => act(previewRepairAction({ findingId, repair: offer.repair, input })),
    onSuccess: ({ planId }) => router.push(`/plans/${planId}`),
  });

  function submit(event: FormEvent) {
    event.preventDefault();
    const missing = missingInput(offer.fields, input);
    setErrors(missing);
    if (Object.keys(missing).length === 0) preview.mutate();
  }

  return (
    <li ref={card} className={cn("flex flex-col gap-2 px-4 py-3", highlighted && "bg-primary-soft/50")}>
      <h3 id={id} className="font-medium text-base">
        {offer.title}
      </h3>
      <p className="text-muted-foreground">{offer.description}</p>
      {offer.refusal ? (
        <div className="flex gap-2 rounded-md bg-muted px-3 py-2">
          <Ban aria-hidden className="mt-0.5 size-4 shrink-0 text-warning" />
          <p>
            <span className="font-medium">Not now.</span> {offer.refusal.reason}{" "}
            {offer.refusal.first && (
              <Link
                href={`/findings/${offer.refusal.first.findingId}?repair=${offer.refusal.first.repair}`}
                className="font-medium text-primary hover:underline"
              >
                Go to “{offer.refusal.first.title}”
              </Link>
            )}
          </p>
        </div>
      ) : (
        mayRepair && (
          <form aria-labelledby={id} onSubmit={submit} className="flex flex-col gap-3">
            {offer.fields.length > 0 && (
              <RepairFields fields={offer.fields} input={input} errors={errors} onChange={setInput} />
            )}
            {preview.error && (
              <Notice tone="danger" title="No preview was made">
                <p>{preview.error.message}</p>
              </Notice>
            )}
            <Button
              type="submit"
              aria-label={`Preview: ${offer.title}`}
              pending={preview.isPending || preview.isSuccess}
              className="self-start"
            >
              Preview
              <ArrowRight aria-hidden />
            </Button>
          </form>
        )
      )}
    </li>
  );
}
