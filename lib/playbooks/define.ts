import type { TableName } from "@/lib/catalog/types";
import type { CheckCode } from "@/lib/checks/codes";
import type { Target } from "@/lib/checks/target";
import type { ProbeCode } from "@/lib/probes/codes";
import type { RepairCode } from "@/lib/repairs/codes";

/** A documented incident. The only place, with lib/probes and lib/records, that knows the documents' tables by name. */
export interface Playbook {
  slug: string;
  title: string;
  /** One line for lists. */
  summary: string;
  /** What went wrong, in plain words; paragraphs. */
  story: string[];
  /** The message people saw, verbatim from the document. */
  errorMessage: string | null;
  tables: TableName[];
  expects: { check: CheckCode; target: Target }[];
  /** In the order that stops the bleeding first. */
  steps: PlaybookStep[];
  verifications: Verification[];
  probes: PlaybookProbe[];
}

export interface PlaybookProbe {
  code: ProbeCode;
  /** The steps that are not done while it is red. */
  decides: string[];
}

export interface PlaybookStep {
  id: string;
  title: string;
  why: string;
  /** The finding that this step mends. */
  check: CheckCode;
  target: Target;
  /** Repairs to choose from; the first is recommended. */
  repairs: RepairCode[];
}

/** A query of the document, run as printed there, and what it must return. */
export interface Verification {
  id: string;
  title: string;
  sql: string;
  /** Which tables must exist for it to make sense. */
  passes(rows: Record<string, unknown>[]): boolean;
  /** "is_nullable = YES for all four tables" */
  expected: string;
}
