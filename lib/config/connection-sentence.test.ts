import { expect, it } from "vitest";
import { connectionSentence } from "./connection-sentence";

const url = "postgres://ops:hunter2@db.example.com:5433/shop";
const sentence = (error: object) => connectionSentence(error, url);

it.each([
  [{ code: "ENOTFOUND" }, /db\.example\.com, which does not exist/],
  [{ code: "ECONNREFUSED" }, /Nothing answers at db\.example\.com:5433/],
  [{ code: "28P01" }, /refuses the password of ops/],
  [
    { code: "28000", message: 'role "ops" does not exist' },
    /refuses the user ops, who does not exist there or may not/,
  ],
  [{ code: "28000", message: 'no pg_hba.conf entry for host "::1", user "ops", no encryption' }, /sslmode=verify-full/],
  [{ code: "3D000" }, /There is no database shop/],
  [{ message: "timeout expired" }, /does not answer/],
  [{ message: "The server does not support SSL connections" }, /does not speak TLS/],
  [
    { code: "SELF_SIGNED_CERT_IN_CHAIN", message: "self-signed certificate in certificate chain" },
    /NODE_EXTRA_CA_CERTS/,
  ],
  [{ code: "XX000" }, /cannot be used \(XX000/],
])("says what to do about %j and never the password", (error, expected) => {
  expect(sentence(error)).toMatch(expected);
  expect(sentence(error)).not.toContain("hunter2");
});

it("names a database whose name was not escaped as it stands in the address", () => {
  expect(connectionSentence({ code: "3D000" }, "postgres://ops@db.example.com/%zz")).toContain("no database %zz at");
});
