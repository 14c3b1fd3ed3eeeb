"use client";

import { useActionState, useEffect, useRef } from "react";
import { Button } from "@/components/ui/button";
import { Field } from "@/components/ui/field";
import { Input } from "@/components/ui/input";
import { Notice } from "@/components/ui/notice";
import { type SignInState, signIn } from "../actions";

const fresh: SignInState = { email: "", error: null };

export function LoginForm({ next }: { next: string }) {
  const [state, action, pending] = useActionState(signIn, fresh);
  const email = useRef<HTMLInputElement>(null);
  const password = useRef<HTMLInputElement>(null);

  useEffect(() => {
    (state.error ? password : email).current?.focus();
  }, [state]);

  return (
    <form action={action} className="flex flex-col gap-4">
      {state.error && <Notice tone="danger">{state.error}</Notice>}
      <Field label="Email">
        {(control) => (
          <Input
            {...control}
            ref={email}
            name="email"
            type="email"
            autoComplete="username"
            defaultValue={state.email}
            required
            className="h-9"
          />
        )}
      </Field>
      <Field label="Password">
        {(control) => (
          <Input
            {...control}
            ref={password}
            name="password"
            type="password"
            autoComplete="current-password"
            required
            className="h-9"
          />
        )}
      </Field>
      <input type="hidden" name="next" value={next} />
      <Button type="submit" variant="primary" pending={pending} className="mt-1 h-9">
        Sign in
      </Button>
    </form>
  );
}
