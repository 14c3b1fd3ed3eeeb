import { addOperator } from "@/lib/auth/operators/add-operator";
import { type Role, roles } from "@/lib/auth/roles";
import { createEngine } from "@/lib/db";
import { createLiteUser } from "@/lib/supabase/create-user";

export const demoEmails: { email: string; role: Role }[] = roles.map((role) => ({
  email: `${role}@plumbline.test`,
  role,
}));

export interface DemoOperators {
  databaseUrl: string;
  secret: string;
  password: string;
}

/** One operator of each role, all with the same password. For the embedded database only. */
export async function addDemoOperators({ databaseUrl, secret, password }: DemoOperators): Promise<void> {
  const engine = createEngine(databaseUrl, { maxConnections: 2 });
  try {
    for (const { email, role } of demoEmails) {
      await addOperator(engine, { email, role }, () => createLiteUser({ databaseUrl, secret, email, password }));
    }
  } finally {
    await engine.close();
  }
}
