import { Bot, CircleUser, Settings2 } from "lucide-react";
import { cn } from "@/components/ui/cn";
import { RelativeTime } from "@/components/ui/relative-time";
import type { TranscriptMessage } from "@/lib/records/list-messages";
import { messageText } from "./message-text";
import { humanise } from "./value-text";

const icons = { user: CircleUser, assistant: Bot, system: Settings2 };

export function TranscriptMessages({ messages }: { messages: TranscriptMessage[] }) {
  return (
    <ol aria-label="Messages" className="flex flex-col gap-3">
      {messages.map(({ id, role, content, createdAt }) => {
        const Icon = role in icons ? icons[role as keyof typeof icons] : CircleUser;
        return (
          <li
            key={id}
            className={cn(
              "flex max-w-[90%] flex-col gap-1 rounded-md border px-3 py-2",
              role === "user" ? "self-end bg-primary-soft" : "self-start bg-card",
              role === "system" && "max-w-full self-stretch border-dashed bg-muted",
            )}
          >
            <div className="flex items-center justify-between gap-4 text-muted-foreground text-xs">
              <span className="inline-flex items-center gap-1 font-medium">
                <Icon aria-hidden className="size-3.5" />
                {humanise(role)}
              </span>
              {createdAt && <RelativeTime at={createdAt} />}
            </div>
            <p className="whitespace-pre-wrap break-words">
              {messageText(content) || <span className="italic">no words</span>}
            </p>
          </li>
        );
      })}
    </ol>
  );
}
