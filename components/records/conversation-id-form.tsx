"use client";

import { type ReactElement, useState } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Popover, PopoverContent, PopoverTrigger } from "@/components/ui/popover";

const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

interface ConversationIdFormProps {
  trigger: ReactElement;
  onOpen: (conversationId: string) => void;
}

/** Opens at once: it is loaded when its button is pressed. */
export function ConversationIdForm({ trigger, onOpen }: ConversationIdFormProps) {
  const [asking, setAsking] = useState(true);
  const [id, setId] = useState("");
  const wrong = id !== "" && !uuid.test(id);
  return (
    <Popover open={asking} onOpenChange={setAsking}>
      <PopoverTrigger render={trigger} />
      <PopoverContent title="Open a conversation by its id" align="end">
        <form
          className="flex flex-col gap-3"
          onSubmit={(event) => {
            event.preventDefault();
            setAsking(false);
            onOpen(id.toLowerCase());
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
  );
}
