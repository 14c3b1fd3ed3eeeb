import { hkdfSync } from "node:crypto";
import type { ApiKeys } from "@/lib/config";

/** The keys of the Supabase API in this process. Every web process with the same secret makes the same ones. */
export function deriveKeys(secret: string): ApiKeys & { jwtSecret: string } {
  const derive = (purpose: string) =>
    Buffer.from(hkdfSync("sha256", secret, "", `plumbline ${purpose}`, 32)).toString("base64url");
  return {
    jwtSecret: derive("jwt"),
    publishableKey: `sb_publishable_${derive("publishable key")}`,
    secretKey: `sb_secret_${derive("secret key")}`,
  };
}
