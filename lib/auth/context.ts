import type { Engine } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { atLeast, type Role } from "./roles";

export interface Operator {
  /** The id of the user in Supabase Auth. */
  id: string;
  email: string;
  role: Role;
}

/** Who asks, and the database that is asked: the first argument of every verb. */
export interface Context {
  operator: Operator;
  engine: Engine;
  requestId: string;
}

/** The first line of every verb. */
export function requireRole(ctx: Context, required: Role): void {
  if (atLeast(ctx.operator.role, required)) return;
  throw new AppError("forbidden", `This needs the role ${required}; you are signed in as ${ctx.operator.role}.`);
}
