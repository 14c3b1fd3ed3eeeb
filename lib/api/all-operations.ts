import { operations } from "@/lib/services/operations";
import { metricsOperation } from "./metrics-operation";
import type { Operation } from "./operation";

/** Everything that callers may ask for: what the OpenAPI document tells of. A test compares it with the routes. */
export const allOperations: Operation[] = [...operations, metricsOperation];
