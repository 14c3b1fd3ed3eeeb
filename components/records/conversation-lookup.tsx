"use client";

import { MessageSquareText } from "lucide-react";
import { parseAsString, useQueryState } from "nuqs";
import { useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";
import { Sheet, SheetContent } from "@/components/ui/sheet";
import { Transcript } from "./transcript";

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Opens any conversation by its id: orphaned messages belong to no session that could be listed. */
export function ConversationLookup() {
  const [conversation, setConversation] = useQueryState("conversation", parseAsString.withOptions({ history: "push" }));
  const [asking, setAsking] = useState(false);
  const [id, setId] = useState("");
  const wrong = id !== "" && !uuid.test(id);
  return (
    <>
      <Popover open={asking} onOpenChange={setAsking}>
        <PopoverTrigger render={<Button />}>
          <MessageSquareText aria-hidden />
          Open by id
        </PopoverTrigger>
        <PopoverContent title="Open a conversation by its id" align="end">
          <form
            className="flex flex-col gap-3"
            onSubmit={(event) => {
              event.preventDefault();
              setAsking(false);
              setConversation(id.toLowerCase());
            }}
          >
            <Field
              label="Conversation id"
              hint="Also of orphaned messages, which have no session."
              error={wrong ? "A conversation id is a uuid, 36 characters long." : undefined}
            >
              {(control) => (
                <Input {...control} value={id} onValueChange={(text) => setId(text.trim())} className="font-mono" />
              )}
            </Field>
            <Button type="submit" variant="primary" disabled={id === "" || wrong}>
              Open
            </Button>
          </form>
        </PopoverContent>
      </Popover>
      <Sheet open={conversation !== null} onOpenChange={(open) => !open && setConversation(null)}>
        <SheetContent title="Conversation" description={conversation}>
          {conversation && <Transcript conversationId={conversation} />}
        </SheetContent>
      </Sheet>
    </>
  );
}
