import { useMutation, useQueryClient } from "@tanstack/react-query";
import { FlaskConical } from "lucide-react";
import { useRef, useState } from "react";
import { dryRunProbeAction, saveProbeAction } from "@/app/(console)/probes/actions";
import { act } from "@/components/shell/act";
import { Button } from "@/components/ui/button";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { toast } from "@/components/ui/toast";
import { draftFaults, type ProbeDraft, statementsOf } from "./probe-draft";
import { ProbeFields } from "./probe-fields";
import { ProbeTrial } from "./probe-trial";

interface ProbeEditorProps {
  /** Null for a new one. */
  probe: { id: string; changedAt: string } | null;
  draft: ProbeDraft;
  onClose: () => void;
}

/** The probe on the left, what it comes to on the right. */
export function ProbeEditor({ probe, draft: before, onClose }: ProbeEditorProps) {
  // Not the one of a later refetch: what is written here began with this version.
  const [version] = useState(probe);
  const [draft, setDraft] = useState(before);
  const [shown, setShown] = useState(false);
  const form = useRef<HTMLFormElement>(null);
  const client = useQueryClient();
  const faults = draftFaults(draft);
  const trial = useMutation({ mutationFn: () => act(dryRunProbeAction({ statements: statementsOf(draft) })) });
  const save = useMutation({
    mutationFn: () => {
      const { name, description, owner } = draft;
      return act(saveProbeAction({ name, description, owner, statements: statementsOf(draft), ...version }));
    },
    onSuccess: async () => {
      await client.invalidateQueries({ queryKey: ["probes"] });
      toast("Saved.");
      onClose();
    },
  });

  /** Goes on where nothing is missing of what is asked for; otherwise to the first that is. */
  function whenWhole(go: () => void, asked: (name: string) => boolean = () => true) {
    setShown(true);
    const first = Object.keys(faults).find(asked);
    const control = first && form.current?.elements.namedItem(first);
    if (control instanceof HTMLElement) control.focus();
    else if (!save.isPending && !trial.isPending) go();
  }

  return (
    <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-2">
      <Card aria-labelledby="editor-title">
        <CardHeader>
          <CardTitle id="editor-title">{probe === null ? "A new probe" : before.name}</CardTitle>
        </CardHeader>
        <CardContent>
          <form
            ref={form}
            onSubmit={(event) => {
              event.preventDefault();
              whenWhole(() => save.mutate());
            }}
            noValidate
            aria-labelledby="editor-title"
            className="flex flex-col gap-3"
          >
            <ProbeFields
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
              <Button
                pending={trial.isPending}
                onClick={() =>
                  whenWhole(
                    () => trial.mutate(),
                    (name) => name.includes("-"),
                  )
                }
              >
                {!trial.isPending && <FlaskConical aria-hidden />}
                Try it
              </Button>
              <Button onClick={onClose} disabled={save.isPending}>
                Cancel
              </Button>
            </div>
          </form>
        </CardContent>
      </Card>
      <ProbeTrial result={trial.data} error={trial.error} />
    </div>
  );
}
