import { useMutation, useQueryClient } from "@tanstack/react-query";
import { type FormEvent, useState } from "react";
import { saveCheckAction } from "@/app/(console)/checks/actions";
import { act } from "@/components/shell/act";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import type { CustomCheck } from "@/lib/custom-checks/types";
import { type CheckDraft, draftFaults } from "./check-draft";
import { CheckFields } from "./check-fields";
import { DryRunPanel } from "./dry-run-panel";

interface CheckEditorProps {
  /** Null for a new one. */
  check: Pick<CustomCheck, "id" | "changedAt"> | null;
  draft: CheckDraft;
  onClose: () => void;
}

/** The check on the left, what it would find on the right. */
export function CheckEditor({ check, draft: before, onClose }: CheckEditorProps) {
  // Not the one of a later refetch: what is written here began with this version.
  const [version] = useState(check);
  const [draft, setDraft] = useState(before);
  const [shown, setShown] = useState(false);
  const client = useQueryClient();
  const faults = draftFaults(draft);
  const save = useMutation({
    mutationFn: () => act(saveCheckAction({ ...draft, ...version })),
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["checks"] });
      toast("Saved. The next scan measures it.");
      onClose();
    },
  });

  function submit(event: FormEvent<HTMLFormElement>) {
    event.preventDefault();
    setShown(true);
    const [first] = Object.keys(faults);
    const control = first && event.currentTarget.elements.namedItem(first);
    if (control instanceof HTMLElement) control.focus();
    else if (!save.isPending) save.mutate();
  }

  return (
    <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-2">
      <Card aria-labelledby="editor-title">
        <CardHeader>
          <CardTitle id="editor-title">{check === null ? "A new check" : before.name}</CardTitle>
        </CardHeader>
        <CardContent>
          <form onSubmit={submit} noValidate aria-labelledby="editor-title" className="flex flex-col gap-3">
            <CheckFields
              draft={draft}
              faults={shown ? faults : {}}
              onChange={(change) => setDraft({ ...draft, ...change })}
            />
            {save.error && (
              <Notice tone="danger" title="It was not saved">
                <p className="break-words">{save.error.message}</p>
              </Notice>
            )}
            <div className="flex flex-wrap gap-2">
              <Button type="submit" variant="primary" pending={save.isPending}>
                Save
              </Button>
              <Button onClick={onClose} disabled={save.isPending}>
                Cancel
              </Button>
            </div>
          </form>
        </CardContent>
      </Card>
      <DryRunPanel {...draft} />
    </div>
  );
}
