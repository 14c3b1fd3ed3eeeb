import type { Context } from "@/lib/auth/context";
import type { Role } from "@/lib/auth/roles";
import type { Engine } from "@/lib/db";

/** An operator of that role who asks this database. */
export function contextAs(role: Role, engine: Engine): Context {
  const id = `00000000-0000-4000-8000-00000000000${["viewer", "operator", "admin"].indexOf(role) + 1}`;
  return { operator: { id, email: `${role}@plumbline.test`, role }, engine, requestId: "test" };
}
