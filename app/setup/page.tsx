import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { connection } from "next/server";
import { Logo } from "@/components/shell/logo";
import { CodeBlock } from "@/components/ui/code-block";
import { setupState } from "@/lib/setup/setup-state";
import { setupWords } from "./setup-words";

export const metadata: Metadata = { title: "Not set up yet" };

export default async function SetupPage() {
  await connection();
  const { status, mode } = await setupState();
  if (status === "ready") redirect("/");
  const { title, text, command, after } = setupWords[status];
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center gap-6 bg-sidebar p-4 sm:p-6">
      <Logo />
      <section aria-labelledby="title" className="w-full max-w-xl rounded-lg border bg-card p-6 shadow-sm">
        <h1 id="title" className="font-semibold text-xl">
          {title}
        </h1>
        <p className="mt-2 text-muted-foreground">{text[mode] ?? text.any}</p>
        {command && <CodeBlock code={command} language="Command" className="mt-4" />}
        <p className="mt-4 text-muted-foreground text-xs">{after}</p>
      </section>
    </main>
  );
}
