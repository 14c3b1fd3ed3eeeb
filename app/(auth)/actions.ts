"use server";

import { redirect } from "next/navigation";
import { requestSignIn, requestSignOut } from "@/lib/auth/request";
import { safePath } from "@/lib/auth/safe-path";
import { translateError } from "@/lib/auth/translate-error";

export interface SignInState {
  email: string;
  error: string | null;
}

export async function signIn(_previous: SignInState, form: FormData): Promise<SignInState> {
  const email = form.get("email");
  try {
    await requestSignIn({ email, password: form.get("password") });
  } catch (error) {
    return { email: typeof email === "string" ? email : "", error: translateError(error).message };
  }
  redirect(safePath(form.get("next")));
}

export async function signOut(): Promise<void> {
  await requestSignOut();
  redirect("/login");
}
