import { cn } from "./cn";
import { CopyButton } from "./copy-button";
import { ScrollRegion } from "./scroll-region";

interface CodeBlockProps {
  code: string;
  /** "SQL", "JSON": said by the copy button and the region. */
  language?: string;
  /** Where a page has several: which one this is, "SQL of step 2". */
  label?: string;
  className?: string;
}

/** The exact text, scrolled rather than wrapped, with a copy button. */
export function CodeBlock({ code, language = "SQL", label = language, className }: CodeBlockProps) {
  return (
    <div className={cn("relative rounded-md border bg-muted", className)}>
      <ScrollRegion label={label} className="max-h-96 rounded-md">
        <pre className="w-max min-w-full py-2.5 pr-11 pl-3 font-mono text-xs leading-5">
          <code>{code}</code>
        </pre>
      </ScrollRegion>
      <CopyButton text={code} what={label} className="absolute top-1 right-1 bg-muted" />
    </div>
  );
}
