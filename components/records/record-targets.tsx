"use client";

import { createContext, type ReactNode, useContext } from "react";
import type { RecordDefinition, RecordSlug } from "@/lib/records/define";

export type RecordTargets = Record<RecordSlug, Pick<RecordDefinition, "group" | "slug" | "key">>;

const Targets = createContext<Partial<RecordTargets>>({});

/** Where every kind of record is browsed, for links from one to another. */
export function RecordTargetsProvider({ targets, children }: { targets: RecordTargets; children: ReactNode }) {
  return <Targets value={targets}>{children}</Targets>;
}

export function useRecordTargets() {
  return useContext(Targets);
}
