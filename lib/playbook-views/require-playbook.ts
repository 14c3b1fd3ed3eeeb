import { z } from "zod";
import { AppError } from "@/lib/errors";
import type { Playbook } from "@/lib/playbooks/define";
import { findPlaybook } from "@/lib/playbooks/registry";

const Slug = z.string().max(100);

/** The playbook of that address, or a sentence that there is none. */
export function requirePlaybook(slug: unknown): Playbook {
  const playbook = findPlaybook(Slug.parse(slug));
  if (!playbook) throw new AppError("not_found", "There is no such playbook. The list has all of them.");
  return playbook;
}
