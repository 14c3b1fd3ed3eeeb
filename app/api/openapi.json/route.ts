import { allOperations } from "@/lib/api/all-operations";
import { openApiDocument } from "@/lib/api/openapi/document";

/** Open to everybody: it says how to ask, and answers nothing. */
export function GET(): Response {
  return Response.json(openApiDocument(allOperations), { headers: { "cache-control": "no-store" } });
}
