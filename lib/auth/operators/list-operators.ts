import { sql } from "kysely";
import type { Role } from "@/lib/auth/roles";
import type { Engine } from "@/lib/db";

export interface ListedOperator {
  email: string;
  role: Role;
  createdAt: Date;
  disabledAt: Date | null;
}

export async function listOperators(engine: Engine): Promise<ListedOperator[]> {
  const { rows } = await sql<ListedOperator>`
    select email, role, created_at as "createdAt", disabled_at as "disabledAt"
    from plumbline.operators
    order by disabled_at is not null, email
  `.execute(engine.db);
  return rows;
}
