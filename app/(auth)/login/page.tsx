import type { Metadata } from "next";
import { redirect } from "next/navigation";
import { Logo } from "@/components/shell/logo";
import { currentOperator } from "@/lib/auth/request";
import { safePath } from "@/lib/auth/safe-path";
import { LoginForm } from "./login-form";

export const metadata: Metadata = { title: "Sign in" };

export default async function LoginPage({ searchParams }: PageProps<"/login">) {
  const { next } = await searchParams;
  const path = safePath(next);
  if (await currentOperator()) redirect(path);
  return (
    <main className="flex min-h-dvh flex-col items-center justify-center gap-6 bg-sidebar p-4 sm:p-6">
      <Logo />
      <section aria-labelledby="sign-in" className="w-full max-w-sm rounded-lg border bg-card p-6 shadow-sm">
        <h1 id="sign-in" className="font-semibold text-xl">
          Sign in
        </h1>
        <p className="mt-1 mb-5 text-muted-foreground">Operators only. What you do here is kept in the audit.</p>
        <LoginForm next={path} />
      </section>
      <p className="max-w-sm text-center text-muted-foreground text-xs">
        No account, or a forgotten password? Whoever runs Plumbline helps with{" "}
        <code className="font-mono">plumbline operators</code>.
      </p>
    </main>
  );
}
