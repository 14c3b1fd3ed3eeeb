import { useQuery } from "@tanstack/react-query";
import { KeyRound } from "lucide-react";
import dynamic from "next/dynamic";
import { useState } from "react";
import { ListSkeleton } from "@/components/findings/list-skeleton";
import { Button } from "@/components/ui/button";
import { Card, CardDescription, CardHeader, CardTitle } from "@/components/ui/card";
import { EmptyState } from "@/components/ui/empty-state";
import { ErrorState } from "@/components/ui/error-state";
import type { ListedKey, MadeKey } from "@/lib/api-keys/types";
import { AnyoneCard } from "./anyone-card";
import { KeyTable } from "./key-table";
import { apiKeysQuery } from "./queries";

const CreateDialog = dynamic(() => import("./create-dialog").then((file) => file.CreateDialog));
const RotateDialog = dynamic(() => import("./rotate-dialog").then((file) => file.RotateDialog));
const RevokeDialog = dynamic(() => import("./revoke-dialog").then((file) => file.RevokeDialog));
const MadeKeyDialog = dynamic(() => import("./made-key-dialog").then((file) => file.MadeKeyDialog));

type Asked = { what: "create" } | { what: "rotate" | "revoke"; key: ListedKey } | { what: "show"; made: MadeKey };

/** Every key and what is asked of it. A new key is on the screen until its dialog is closed, and nowhere else. */
export function KeyManager() {
  const [asked, setAsked] = useState<Asked | null>(null);
  const { data, isError, error, refetch, isFetching } = useQuery(apiKeysQuery);
  const close = () => setAsked(null);
  const show = (made: MadeKey) => setAsked({ what: "show", made });
  if (isError && !data) {
    return (
      <Card>
        <ErrorState message={error.message} onRetry={() => refetch()} retrying={isFetching} />
      </Card>
    );
  }
  if (!data) return <ListSkeleton label="Reading the API keys" />;
  return (
    <>
      <AnyoneCard page={data} />
      <Card aria-label="Keys">
        <CardHeader>
          <div>
            <CardTitle>Keys</CardTitle>
            <CardDescription>
              One for each caller. A key that is revoked is refused from the next call on.
            </CardDescription>
          </div>
          <Button variant="primary" onClick={() => setAsked({ what: "create" })}>
            New key…
          </Button>
        </CardHeader>
        {data.keys.length === 0 ? (
          <EmptyState
            icon={KeyRound}
            title="There is no key yet"
            description="A caller sends its key with every call. It is shown once, when it is made."
          />
        ) : (
          <KeyTable
            keys={data.keys}
            onRotate={(key) => setAsked({ what: "rotate", key })}
            onRevoke={(key) => setAsked({ what: "revoke", key })}
          />
        )}
      </Card>
      {asked?.what === "create" && <CreateDialog scopes={data.scopes} onMade={show} onClose={close} />}
      {asked?.what === "rotate" && <RotateDialog apiKey={asked.key} onMade={show} onClose={close} />}
      {asked?.what === "revoke" && <RevokeDialog apiKey={asked.key} onClose={close} />}
      {asked?.what === "show" && <MadeKeyDialog made={asked.made} onClose={close} />}
    </>
  );
}
