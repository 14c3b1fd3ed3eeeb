export const roles = ["viewer", "operator", "admin"] as const;

export type Role = (typeof roles)[number];

/** Roles are ordered: whoever may operate may also view. */
export function atLeast(role: Role, required: Role): boolean {
  return roles.indexOf(role) >= roles.indexOf(required);
}
