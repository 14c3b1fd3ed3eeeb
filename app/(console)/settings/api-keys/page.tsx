import type { Metadata } from "next";
import { ApiKeysScreen } from "@/components/api-keys/api-keys-screen";
import { requireOperator } from "@/lib/auth/request";

export const metadata: Metadata = { title: "API keys" };

export default async function ApiKeysPage() {
  const { role } = await requireOperator();
  return <ApiKeysScreen mayDecide={role === "admin"} />;
}
