import { ApiError } from "./api-error";

/** Reads JSON from one of our own route handlers; throws ApiError with a sentence for people. */
export async function getJson<T>(url: string, signal?: AbortSignal): Promise<T> {
  const response = await fetch(url, { signal, headers: { accept: "application/json" } }).catch((cause) => {
    if (signal?.aborted) throw cause;
    throw new ApiError("unreachable", "The server could not be reached. Check the connection and try again.", 0);
  });
  if (response.status === 401) {
    const next = encodeURIComponent(window.location.pathname + window.location.search);
    window.location.assign(`/login?next=${next}`);
  }
  if (!response.ok) throw await readError(response);
  return (await response.json()) as T;
}

async function readError(response: Response): Promise<ApiError> {
  const body: unknown = await response.json().catch(() => null);
  const error = isRecord(body) && isRecord(body.error) ? body.error : null;
  const code = typeof error?.code === "string" ? error.code : "internal";
  const message = typeof error?.message === "string" ? error.message : `The server answered ${response.status}.`;
  return new ApiError(code, message, response.status);
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
