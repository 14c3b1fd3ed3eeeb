import { ZodError } from "zod";
import { ConfigError } from "@/lib/config";
import { EmbeddedError } from "@/lib/embedded/embedded-error";
import { AppError } from "@/lib/errors";
import { MigrationError } from "@/lib/migrations/apply-migrations";
import { oneLine } from "./one-line";

/** Something that stops a command and that a person can put right: one sentence that says what to do. */
export class CommandError extends Error {
  override name = "CommandError";
}

/** The sentence of a failure that was foreseen; null for every other one, whose stack is worth more. */
export function sentenceOf(error: unknown): string | null {
  if (error instanceof ZodError) return error.issues[0]?.message ?? null;
  if (error instanceof CommandError) return error.message.split("\n").map(oneLine).join("\n");
  const isForeseen = [ConfigError, EmbeddedError, MigrationError, AppError].some((type) => error instanceof type);
  if (isForeseen) return oneLine((error as Error).message);
  const isFull = ["ENOSPC", "EDQUOT"].includes((error as NodeJS.ErrnoException | null)?.code ?? "");
  return isFull ? "The disk is full: free some of it, then do the same again." : null;
}
