"use client";

import { lazy, Suspense, useSyncExternalStore } from "react";

const Toaster = lazy(() => import("./toaster").then((module) => ({ default: module.Toaster })));

const never = () => () => undefined;

/** The place of passing remarks: on no server, and after everything else. */
export function LazyToaster() {
  const inBrowser = useSyncExternalStore(
    never,
    () => true,
    () => false,
  );
  if (!inBrowser) return null;
  return (
    <Suspense>
      <Toaster />
    </Suspense>
  );
}
