import type { Role } from "@/lib/auth/roles";

export const demoPassword = "for-the-end-to-end-tests";

export function emailOf(role: Role): string {
  return `${role}@plumbline.test`;
}
