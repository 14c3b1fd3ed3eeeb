"use server";

import { type CreateKeyInput, createKey } from "@/lib/api-keys/create-key";
import { type RevokeKeyInput, revokeKey } from "@/lib/api-keys/revoke-key";
import { type RotateKeyInput, rotateKey } from "@/lib/api-keys/rotate-key";
import { type SetAnyoneInput, setAnyone } from "@/lib/api-keys/set-anyone";
import { handleAction } from "@/lib/auth/request-action";

export async function createKeyAction(input: CreateKeyInput) {
  return handleAction((ctx) => createKey(ctx, input));
}

export async function rotateKeyAction(input: RotateKeyInput) {
  return handleAction((ctx) => rotateKey(ctx, input));
}

export async function revokeKeyAction(input: RevokeKeyInput) {
  return handleAction((ctx) => revokeKey(ctx, input));
}

export async function setAnyoneAction(input: SetAnyoneInput) {
  return handleAction((ctx) => setAnyone(ctx, input));
}
