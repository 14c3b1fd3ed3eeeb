"use client";

import { useMutation } from "@tanstack/react-query";
import { Download } from "lucide-react";
import { lazy } from "react";
import { getJson } from "@/components/shell/api";
import { Button } from "@/components/ui/button";
import { OnDemand } from "@/components/ui/on-demand";
import { toastError } from "@/components/ui/toast";
import type { SqlExport } from "@/lib/exports/types";

const loadForms = () => import("./export-forms");
const ExportForms = lazy(() => loadForms().then((file) => ({ default: file.ExportForms })));

/** Saves what is repaired here as SQL for the next database, or says why it cannot be. */
export function ExportMenu({ path }: { path: string }) {
  const save = useMutation({
    // Asked for as data first: a refusal is said on the page and not saved as a file.
    mutationFn: async (as: string) => {
      await getJson<SqlExport>(path);
      window.location.assign(`${path}?as=${as}`);
    },
    onError: (error) => toastError(error.message),
  });
  const trigger = (
    <Button pending={save.isPending}>
      {!save.isPending && <Download aria-hidden />}
      Export SQL
    </Button>
  );
  return (
    <OnDemand trigger={trigger} load={loadForms}>
      <ExportForms trigger={trigger} onChoose={(as) => save.mutate(as)} />
    </OnDemand>
  );
}
