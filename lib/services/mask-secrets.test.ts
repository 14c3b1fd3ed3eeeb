import { expect, test } from "vitest";
import { maskSecrets, maskSecretsOf } from "./mask-secrets";

const token = "9f8e7d6c5b4a39281706f5e4d3c2b1a0";

test("what is secret keeps no more than its beginning, however deep it is", () => {
  const record = {
    phone: "+919876543210",
    session_token: token,
    metadata: { apiKey: "short", list: [{ password: 1 }] },
  };
  expect(maskSecrets(record)).toEqual({
    phone: "+919876543210",
    session_token: "9f8e7d…",
    metadata: { apiKey: "…", list: [{ password: "…" }] },
  });
});

test("a secret that is missing is seen to be missing", () => {
  expect(maskSecrets({ session_token: null })).toEqual({ session_token: null });
});

test("the database's answer does not give the secret away, whole or cut off", () => {
  const answer = {
    message: "refused",
    details: `Failing row contains (1, ${token}, +91), near ${token.slice(0, 20)}...`,
  };
  expect(maskSecretsOf({ session_token: token }, answer)).toEqual({
    message: "refused",
    details: "Failing row contains (1, 9f8e7d…, +91), near 9f8e7d…",
  });
});
