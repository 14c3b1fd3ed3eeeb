"use client";

import { Lock } from "lucide-react";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Card } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { KeyManager } from "./key-manager";

export function ApiKeysScreen({ mayDecide }: { mayDecide: boolean }) {
  return (
    <>
      <PageHeader
        title="API keys"
        description={
          <>
            The channels and services that write through Plumbline, and what each of them may do. How they ask stands in{" "}
            <a href="/api/openapi.json" className="text-primary underline underline-offset-4">
              the OpenAPI document
            </a>
            .
          </>
        }
      />
      <PageBody>
        {mayDecide ? (
          <KeyManager />
        ) : (
          <Card>
            <EmptyState
              icon={Lock}
              title="Only admins see API keys"
              description="Ask an admin for a key, or to have one rotated or revoked."
            />
          </Card>
        )}
      </PageBody>
    </>
  );
}
