import type { Scope } from "./scopes";

/** A key as it may be shown: without its secret, which nobody knows any more. */
export interface ListedKey {
  id: string;
  name: string;
  scopes: Scope[];
  ratePerMinute: number;
  createdBy: string;
  createdAt: string;
  rotatedAt: string | null;
  /** Until when the secret before the last rotation is good as well; null when it is not. */
  previousUntil: string | null;
  revokedBy: string | null;
  revokedAt: string | null;
  /** To the minute. */
  lastUsedAt: string | null;
}

/** What callers without a key may do. */
export interface OpenScope {
  scope: Scope;
  ratePerMinute: number;
  allowedBy: string;
  allowedAt: string;
}

export interface ApiKeysPage {
  keys: ListedKey[];
  open: OpenScope[];
  /** Every scope, with what it is for. */
  scopes: { name: Scope; about: string; isOpenable: boolean }[];
}

/** The key itself is in this answer and never again. */
export interface MadeKey {
  id: string;
  name: string;
  key: string;
}
