import { AppError } from "@/lib/errors";
import { inspectJson } from "./inspect-json";

export const maxBodyKilobytes = 64;

/** The JSON of a request, refused while it is read where it is too large, and before it is used where it is too deep. */
export async function readBody(request: Request): Promise<unknown> {
  const type = request.headers.get("content-type")?.split(";")[0]?.trim().toLowerCase();
  if (type !== "application/json") {
    throw new AppError("unsupported", "Send the body as JSON, with the header `Content-Type: application/json`.");
  }
  const value = parse(await readText(request));
  const fault = inspectJson(value);
  if (fault) throw new AppError("invalid", fault);
  return value;
}

async function readText(request: Request): Promise<string> {
  const maxBytes = maxBodyKilobytes * 1024;
  if (Number(request.headers.get("content-length") ?? 0) > maxBytes) throw tooLarge();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for await (const chunk of request.body ?? []) {
    bytes += chunk.byteLength;
    if (bytes > maxBytes) throw tooLarge();
    chunks.push(chunk);
  }
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(chunks));
  } catch {
    throw new AppError("invalid", "The body is not UTF-8.");
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    throw new AppError("invalid", text.trim() === "" ? "The body is empty: send JSON." : "The body is no valid JSON.");
  }
}

function tooLarge(): AppError {
  return new AppError("too_large", `The body is larger than ${maxBodyKilobytes} kB, which is the most that is read.`);
}
