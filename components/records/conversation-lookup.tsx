"use client";

import { MessageSquareText } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { lazy, Suspense } from "react";
import { Button } from "@/components/ui/button";
import { OnDemand } from "@/components/ui/on-demand";

const loadForm = () => import("./conversation-id-form");
const ConversationIdForm = lazy(() => loadForm().then((module) => ({ default: module.ConversationIdForm })));
const ConversationSheet = lazy(() =>
  import("./conversation-sheet").then((module) => ({ default: module.ConversationSheet })),
);

const button = (
  <Button>
    <MessageSquareText aria-hidden />
    Open by id
  </Button>
);

/** Opens any conversation by its id: orphaned messages belong to no session that could be listed. */
export function ConversationLookup() {
  const [conversation, setConversation] = useQueryState("conversation", parseAsString.withOptions({ history: "push" }));
  return (
    <>
      <OnDemand trigger={button} load={loadForm}>
        <ConversationIdForm trigger={button} onOpen={setConversation} />
      </OnDemand>
      {conversation !== null && (
        <Suspense>
          <ConversationSheet conversationId={conversation} onClose={() => setConversation(null)} />
        </Suspense>
      )}
    </>
  );
}
