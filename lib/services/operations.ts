import type { Operation } from "@/lib/api/operation";

/** Everything that callers may ask for: what the OpenAPI document tells of. A test compares it with the routes. */
export const operations: Operation[] = [];
