import type { Operator } from "@/lib/auth/context";
import type { Mode } from "@/lib/config";

export type ShellOperator = Pick<Operator, "email" | "role">;

export interface ShellDatabase {
  name: string;
  mode: Mode;
}
