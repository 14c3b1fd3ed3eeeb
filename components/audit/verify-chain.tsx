import { useQuery } from "@tanstack/react-query";
import { ShieldCheck } from "lucide-react";
import { Button } from "@/components/ui/button";
import { formatCount } from "@/components/ui/format";
import { Notice } from "@/components/ui/notice";
import { RelativeTime } from "@/components/ui/relative-time";
import type { AuditVerification } from "@/lib/audit/types";
import { auditVerificationQuery } from "./queries";

export function useChainVerification() {
  const query = useQuery(auditVerificationQuery);
  return { ...query, verify: () => query.refetch() };
}

type Verification = ReturnType<typeof useChainVerification>;

export function VerifyButton({ verify, isFetching }: Pick<Verification, "verify" | "isFetching">) {
  return (
    <Button pending={isFetching} onClick={verify}>
      {!isFetching && <ShieldCheck aria-hidden />}
      Verify chain
    </Button>
  );
}

/** The answer: whole, or where the first edit or gap is. */
export function ChainVerdict({ data, error }: { data: AuditVerification | undefined; error: Error | null }) {
  return (
    <div aria-live="polite" className="empty:-mt-4">
      {error && (
        <Notice tone="danger" title="The chain could not be verified">
          <p>{error.message}</p>
        </Notice>
      )}
      {!error && data?.brokenAt === null && (
        <Notice tone="success" title="The chain is whole">
          <p>
            {formatCount(data.checked, "row")} checked <RelativeTime at={data.verifiedAt} />: none edited, none missing.
          </p>
        </Notice>
      )}
      {!error && data?.brokenAt && (
        <Notice tone="danger" title={`The chain is broken at No. ${data.brokenAt.seq}`}>
          <p>{data.brokenAt.what}</p>
        </Notice>
      )}
    </div>
  );
}
