import { openApiDocument } from "@/lib/api/openapi/document";
import { operations } from "@/lib/services/operations";

/** Open to everybody: it says how to ask, and answers nothing. */
export function GET(): Response {
  return Response.json(openApiDocument(operations), { headers: { "cache-control": "no-store" } });
}
