import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { StatusBadge } from "@/components/ui/status-badge";
import type { PlaybookView } from "@/lib/playbooks/types";

/** What went wrong, the message that people saw, and the tables it is about. */
export function PlaybookStory({ playbook }: { playbook: PlaybookView }) {
  return (
    <Card aria-labelledby="story-title">
      <CardHeader>
        <CardTitle id="story-title">What went wrong</CardTitle>
      </CardHeader>
      <CardContent className="flex flex-col gap-2.5">
        {playbook.errorMessage && (
          <blockquote className="rounded-md border-danger border-l-2 bg-danger-soft px-3 py-2 font-mono text-xs leading-5 [overflow-wrap:anywhere]">
            {playbook.errorMessage}
          </blockquote>
        )}
        {playbook.story.map((paragraph) => (
          <p key={paragraph}>{paragraph}</p>
        ))}
        <h3 className="pt-1 text-muted-foreground text-xs">Tables</h3>
        <ul className="flex flex-col gap-1">
          {playbook.tables.map(({ schema, name, present }) => (
            <li key={`${schema}.${name}`} className="flex items-center justify-between gap-3">
              <span className="truncate font-mono text-xs">
                {schema}.{name}
              </span>
              {!present && <StatusBadge plain status="absent" className="text-xs" />}
            </li>
          ))}
        </ul>
      </CardContent>
    </Card>
  );
}
