import { CodeBlock } from "@/components/ui/code-block";
import type { Statement } from "@/lib/plans/types";
import { parameterText } from "./parameter-text";

/** The exact text that runs, and the values that are bound to it. */
export function StatementView({ statement, label }: { statement: Statement; label: string }) {
  return (
    <div className="flex flex-col gap-1.5">
      <CodeBlock code={statement.sql.trim()} label={label} />
      {statement.parameters.length > 0 && (
        <dl className="grid grid-cols-[auto_minmax(0,1fr)] gap-x-3 gap-y-0.5 px-1 font-mono text-xs">
          {numbered(statement.parameters).map(({ name, text }) => (
            <div key={name} className="contents">
              <dt className="text-muted-foreground">{name}</dt>
              <dd className="break-all">{text}</dd>
            </div>
          ))}
        </dl>
      )}
    </div>
  );
}

function numbered(parameters: unknown[]) {
  return parameters.map((value, index) => ({ name: `$${index + 1}`, text: parameterText(value) }));
}
