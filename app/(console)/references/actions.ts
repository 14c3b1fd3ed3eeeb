"use server";

import { handleAction } from "@/lib/auth/request-action";
import { adoptReference } from "@/lib/references/adopt-reference";
import type { DecideReferenceInput } from "@/lib/references/decide-reference";
import { rejectReference } from "@/lib/references/reject-reference";

export async function adoptReferenceAction(input: DecideReferenceInput) {
  return handleAction((ctx) => adoptReference(ctx, input));
}

export async function rejectReferenceAction(input: DecideReferenceInput) {
  return handleAction((ctx) => rejectReference(ctx, input));
}
