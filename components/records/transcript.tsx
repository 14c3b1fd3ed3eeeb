"use client";

import { useInfiniteQuery } from "@tanstack/react-query";
import { getJson } from "@/components/shell/api";
import { Button } from "@/components/ui/button";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import { Notice } from "@/components/ui/notice";
import { Skeleton } from "@/components/ui/skeleton";
import type { Transcript as TranscriptPage } from "@/lib/records/list-messages";
import { TranscriptMessages } from "./transcript-messages";

/** What was said, oldest first, with or without a session that it belongs to. */
export function Transcript({ conversationId }: { conversationId: string }) {
  const { data, error, refetch, isFetching, hasNextPage, fetchNextPage, isFetchingNextPage } = useInfiniteQuery({
    queryKey: ["transcript", conversationId],
    queryFn: ({ pageParam, signal }) => {
      const search = pageParam ? `?${new URLSearchParams({ cursor: pageParam })}` : "";
      return getJson<TranscriptPage>(
        `/api/conversations/${encodeURIComponent(conversationId)}/messages${search}`,
        signal,
      );
    },
    initialPageParam: "",
    getNextPageParam: (page) => (page.state === "present" ? page.next : null),
  });
  if (error && !data) {
    return (
      <ErrorState
        title="The messages could not be read"
        message={error.message}
        onRetry={() => refetch()}
        retrying={isFetching}
      />
    );
  }
  const first = data?.pages[0];
  if (!first) return <TranscriptSkeleton />;
  if (first.state === "absent") {
    return (
      <EmptyState
        title="public.chat_messages_v2 is absent in this database"
        description="There are no messages to read."
      />
    );
  }
  const messages = data.pages.flatMap((page) => (page.state === "present" ? page.messages : []));
  return (
    <div className="flex flex-col gap-3 p-4">
      {first.session === "missing" && messages.length > 0 && (
        <Notice tone="warning" title="Orphaned conversation">
          No conversation session has this id: these messages have lost their parent.
        </Notice>
      )}
      {messages.length === 0 ? (
        <EmptyState title="No messages" description={`No message names the conversation ${conversationId}.`} />
      ) : (
        <TranscriptMessages messages={messages} />
      )}
      {error && <ErrorState title="The next messages could not be read" message={error.message} className="py-4" />}
      {hasNextPage && (
        <Button pending={isFetchingNextPage} onClick={() => fetchNextPage()} className="self-center">
          Show the messages after these
        </Button>
      )}
    </div>
  );
}

function TranscriptSkeleton() {
  return (
    <div className="flex flex-col gap-3 p-4">
      {["w-3/4", "w-2/3", "w-5/6"].map((width) => (
        <Skeleton key={width} className={`h-16 rounded-md ${width}`} />
      ))}
    </div>
  );
}
