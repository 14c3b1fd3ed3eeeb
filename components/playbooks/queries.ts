import { queryOptions } from "@tanstack/react-query";
import { getJson } from "@/components/shell/api";
import type { ChainState } from "@/lib/playbook-views/get-next-step";
import type { PlaybookView, VerificationView } from "@/lib/playbooks/types";

export const playbooksQuery = queryOptions({
  queryKey: ["playbooks"],
  queryFn: ({ signal }) => getJson<PlaybookView[]>("/api/playbooks", signal),
});

export const playbookQuery = (slug: string) =>
  queryOptions({
    queryKey: ["playbook", slug],
    queryFn: ({ signal }) => getJson<PlaybookView>(`/api/playbooks/${encodeURIComponent(slug)}`, signal),
  });

/** The document's queries run when this is read: never from a cache that is older than the page. */
export const verificationQuery = (slug: string) =>
  queryOptions({
    queryKey: ["playbook", slug, "verify"],
    queryFn: ({ signal }) => getJson<VerificationView[]>(`/api/playbooks/${encodeURIComponent(slug)}/verify`, signal),
    staleTime: 0,
  });

/** Where its steps go on. */
export const nextStepQuery = (slug: string) =>
  queryOptions({
    queryKey: ["playbook", slug, "next"],
    queryFn: ({ signal }) => getJson<ChainState>(`/api/playbooks/${encodeURIComponent(slug)}/next`, signal),
    staleTime: 0,
  });
