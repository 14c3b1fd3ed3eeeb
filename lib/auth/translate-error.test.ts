import { afterEach, expect, it, vi } from "vitest";
import { z } from "zod";
import { AppError } from "@/lib/errors";
import { log } from "@/lib/log";
import { statusOf, translateError } from "./translate-error";

afterEach(() => vi.restoreAllMocks());

it("passes on a sentence that was written for people", () => {
  const body = translateError(new AppError("conflict", "Somebody else is repairing this table."));
  expect(body).toEqual({ code: "conflict", message: "Somebody else is repairing this table." });
  expect(statusOf(body.code)).toBe(409);
});

it("says which input was wrong", () => {
  const { error } = z.object({ planId: z.uuid("is not an id") }).safeParse({ planId: "x" });
  expect(translateError(error)).toEqual({ code: "invalid", message: "planId: is not an id" });
});

it("tells nothing of an unknown error but an id, under which the log has the cause", () => {
  const written = vi.spyOn(log, "error").mockReturnValue(undefined);
  const error = new Error("password authentication failed for postgres://ops:hunter2@db/shop");
  const { id, ...body } = translateError(error);
  expect(body).toEqual({ code: "internal", message: "Internal error" });
  expect(written).toHaveBeenCalledWith({ err: error, id }, expect.any(String));
  expect(statusOf("internal")).toBe(500);
});

it("says what is wrong with a text that PostgreSQL cannot hold", () => {
  const error = Object.assign(new Error('invalid byte sequence for encoding "UTF8": 0x00'), { code: "22021" });
  expect(translateError(error)).toMatchObject({ code: "invalid", message: expect.stringContaining("character NUL") });
});

it("says that the database is away", () => {
  vi.spyOn(log, "error").mockReturnValue(undefined);
  const error = Object.assign(new Error("connect ECONNREFUSED 127.0.0.1:5432"), { code: "ECONNREFUSED" });
  expect(translateError(error)).toMatchObject({ code: "unavailable", message: "The database cannot be reached." });
});
