"use client";

import { useSyncExternalStore } from "react";
import { cn } from "./cn";
import { formatAbsolute, formatRelative } from "./format-time";

const stepMs = 15_000;

const listeners = new Set<() => void>();
let timer: ReturnType<typeof setInterval> | undefined;

// One clock for all the times on a page.
function subscribe(onTick: () => void) {
  listeners.add(onTick);
  timer ??= setInterval(() => {
    for (const listener of listeners) listener();
  }, stepMs);
  return () => {
    listeners.delete(onTick);
    if (listeners.size > 0) return;
    clearInterval(timer);
    timer = undefined;
  };
}

// The server's zone is not the reader's: the exact time waits for the browser.
const onServer = () => null;
const now = () => Math.floor(Date.now() / stepMs) * stepMs + stepMs / 2;

/** How long ago, kept up to date; the exact time on hover. */
export function RelativeTime({ at, className }: { at: string | Date; className?: string }) {
  const clockMs = useSyncExternalStore(subscribe, now, onServer);
  const time = new Date(at);
  if (Number.isNaN(time.getTime())) return <span className={className}>{String(at)}</span>;
  return (
    <time
      dateTime={time.toISOString()}
      title={clockMs === null ? undefined : formatAbsolute(time)}
      className={cn("whitespace-nowrap", className)}
      suppressHydrationWarning
    >
      {formatRelative(time, clockMs ?? now())}
    </time>
  );
}
