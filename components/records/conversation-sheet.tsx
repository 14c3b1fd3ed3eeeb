"use client";

import { Sheet, SheetContent } from "@/components/ui/sheet";
import { Transcript } from "./transcript";

export function ConversationSheet({ conversationId, onClose }: { conversationId: string; onClose: () => void }) {
  return (
    <Sheet open onOpenChange={(open) => !open && onClose()}>
      <SheetContent title="Conversation" description={conversationId}>
        <Transcript conversationId={conversationId} />
      </SheetContent>
    </Sheet>
  );
}
