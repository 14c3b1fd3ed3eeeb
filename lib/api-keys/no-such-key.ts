import { AppError } from "@/lib/errors";

export function noSuchKey(): AppError {
  return new AppError("not_found", "There is no such API key, or it is revoked already. Load the list again.");
}
