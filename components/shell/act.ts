import { ApiError } from "./api-error";

type ActionResult<T> = { ok: true; data: T } | { ok: false; error: { code: string; message: string } };

/** Awaits a server action and gives its data; throws ApiError with a sentence for people. */
export async function act<T>(answer: Promise<ActionResult<T>>): Promise<T> {
  const result = await answer.catch(() => {
    throw new ApiError("unreachable", "The server could not be reached. Check the connection and try again.", 0);
  });
  if (!result.ok) throw new ApiError(result.error.code, result.error.message, 0);
  return result.data;
}
