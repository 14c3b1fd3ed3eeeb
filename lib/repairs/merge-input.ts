import { z } from "zod";
import type { ContactTarget } from "@/lib/checks/target";
import type { RepairField } from "./fields";

export const MergeInput = z.strictObject({
  keep: z.enum(["oldest", "newest", "fullest"]).default("oldest"),
  match: z.enum(["either", "email", "phone"]).default("either"),
});
export type MergeInput = z.infer<typeof MergeInput>;

export function mergeFields({ email, phone }: ContactTarget): RepairField[] {
  const keep: RepairField = {
    kind: "select",
    name: "keep",
    label: "The row that stays",
    help: "It stays as it is: what only the others know is in quarantine.",
    options: [
      { value: "oldest", label: "The oldest" },
      { value: "newest", label: "The newest" },
      { value: "fullest", label: "The one with most columns filled" },
    ],
    value: "oldest",
  };
  if (email === null || phone === null) return [keep];
  const match: RepairField = {
    kind: "select",
    name: "match",
    label: "The same person",
    help: "Families and offices share a phone. Rows that have one phone and different addresses are merged only by the phone alone.",
    options: [
      { value: "either", label: `The same ${email}; without one, the same ${phone}` },
      { value: "email", label: `The same ${email}` },
      { value: "phone", label: `The same ${phone}, whatever the ${email}` },
    ],
    value: "either",
  };
  return [keep, match];
}
