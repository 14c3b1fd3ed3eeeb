import { compiler, type MarkdownToJSX, RuleType } from "markdown-to-jsx/react";
import { CodeBlock } from "@/components/ui/code-block";

const look: MarkdownToJSX.Overrides = {
  // The page has this title already.
  h1: () => null,
  h2: { props: { className: "pt-3 font-semibold text-base" } },
  p: { props: { className: "leading-6" } },
  code: { props: { className: "rounded-sm bg-muted px-1 py-0.5 font-mono text-xs" } },
  ul: { props: { className: "flex list-disc flex-col gap-1 pl-5 leading-6" } },
  ol: { props: { className: "flex list-decimal flex-col gap-1 pl-5 leading-6" } },
  a: { props: { className: "text-primary underline underline-offset-4" } },
};

/** A page of the documentation. Rendered on the server: the browser gets no code for it. */
export function CheckDocument({ text }: { text: string }) {
  let blocks = 0;
  const content = compiler(text, {
    disableParsingRawHTML: true,
    overrides: look,
    wrapper: null,
    renderRule(next, node) {
      if (node.type !== RuleType.codeBlock) return next();
      blocks += 1;
      const language = node.lang?.toUpperCase() ?? "Text";
      return <CodeBlock key={`block-${blocks}`} code={node.text} label={`${language}, example ${blocks}`} />;
    },
  });
  return <article className="flex max-w-3xl flex-col gap-2">{content}</article>;
}
