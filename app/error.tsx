"use client";

import { ErrorState } from "@/components/ui/error-state";

export default function PageError({ error, retry }: { error: unknown; retry: () => void }) {
  const digest = error instanceof Error && "digest" in error ? String(error.digest) : null;
  return (
    <main className="mx-auto flex min-h-dvh max-w-lg items-center p-6">
      <ErrorState
        title="This page could not be shown"
        message={digest ? `Something failed on the server. Look up ${digest} in its log.` : "Something failed here."}
        onRetry={retry}
      />
    </main>
  );
}
