import Link from "next/link";
import { PageBody } from "@/components/shell/page-body";
import { PageHeader } from "@/components/shell/page-header";
import { Card, CardContent, CardHeader, CardTitle } from "@/components/ui/card";
import { Notice } from "@/components/ui/notice";
import { SeverityBadge } from "@/components/ui/severity-badge";
import type { CheckPage } from "@/lib/check-library/types";
import { CheckCounts } from "./check-counts";
import { CheckDocument } from "./check-document";

/** One check: its documentation, what it finds here, and what mends that. */
export function CheckScreen({ check }: { check: CheckPage }) {
  return (
    <>
      <PageHeader
        title={check.title}
        aside={<SeverityBadge severity={check.severity} />}
        description={<span className="break-all font-mono text-xs">{check.code}</span>}
        actions={
          <Link href="/checks" className="text-primary hover:underline">
            All checks
          </Link>
        }
      />
      <PageBody wide>
        <div className="grid grid-cols-1 items-start gap-4 xl:grid-cols-[minmax(0,1fr)_26rem]">
          <Card>
            <CardContent>
              {check.document === null ? (
                <div className="flex max-w-3xl flex-col gap-3">
                  <p>{check.why}</p>
                  <Notice title="This check has no page of documentation yet">
                    <p>What is wrong, and the query that shows it, stand on each of its findings.</p>
                  </Notice>
                </div>
              ) : (
                <CheckDocument text={check.document} />
              )}
            </CardContent>
          </Card>
          <div className="flex min-w-0 flex-col gap-4 max-xl:row-start-1">
            <Card aria-labelledby="here-title">
              <CardHeader>
                <CardTitle id="here-title">In this database</CardTitle>
              </CardHeader>
              <CardContent>
                <CheckCounts code={check.code} findings={check.findings} />
              </CardContent>
            </Card>
            <Card aria-labelledby="repairs-title">
              <CardHeader>
                <CardTitle id="repairs-title">Repairs</CardTitle>
              </CardHeader>
              <CardContent>
                {check.repairs.length === 0 ? (
                  <p className="text-muted-foreground">None: a person mends it, as the page says.</p>
                ) : (
                  <ul className="flex flex-col gap-1.5">
                    {check.repairs.map(({ code, title }) => (
                      <li key={code}>
                        {title} <span className="font-mono text-muted-foreground text-xs">{code}</span>
                      </li>
                    ))}
                  </ul>
                )}
              </CardContent>
            </Card>
          </div>
        </div>
      </PageBody>
    </>
  );
}
