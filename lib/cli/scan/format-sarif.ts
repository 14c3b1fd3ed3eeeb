import { checks } from "@/lib/checks/registry";
import type { IsKnown } from "./baseline";
import { identityOf, type ReportedFinding, type ScanReport } from "./report";

const levels = { error: "error", warning: "warning", info: "note" } as const;

/** SARIF 2.1.0, for code scanning. A database has no files, so each table stands for one. */
export function formatSarif(
  { startedAt, durationMs, findings }: ScanReport,
  isKnown: IsKnown,
  toolVersion: string,
): string {
  const failing = findings.filter(({ status }) => status === "failing");
  const notChecked = findings.filter(({ status }) => status === "not_checked");
  const sarif = {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0",
    runs: [
      {
        tool: { driver: { name: "Plumbline", version: toolVersion, rules: Object.values(checks).map(ruleOf) } },
        invocations: [
          {
            executionSuccessful: notChecked.length === 0,
            startTimeUtc: startedAt,
            endTimeUtc: new Date(Date.parse(startedAt) + durationMs).toISOString(),
            toolExecutionNotifications: notChecked.map(({ check, target, message }) => ({
              level: "error",
              message: { text: `${target.name} was not checked: ${message}` },
              associatedRule: { id: check },
              locations: [locationOf(target)],
            })),
          },
        ],
        results: failing.map((finding) => ({
          ruleId: finding.check,
          level: levels[finding.severity],
          kind: "fail",
          message: { text: finding.message },
          baselineState: isKnown(finding) ? "unchanged" : "new",
          locations: [locationOf(finding.target)],
          partialFingerprints: { "plumbline/v1": identityOf(finding) },
        })),
      },
    ],
  };
  return `${JSON.stringify(sarif, null, 2)}\n`;
}

function ruleOf({ code, title, why, severity }: (typeof checks)[keyof typeof checks]) {
  return {
    id: code,
    shortDescription: { text: title },
    fullDescription: { text: why },
    defaultConfiguration: { level: levels[severity] },
  };
}

function locationOf({ schema, table, name }: ReportedFinding["target"]) {
  return {
    physicalLocation: {
      artifactLocation: { uri: `${encodeURIComponent(schema)}/${encodeURIComponent(table)}` },
      region: { startLine: 1 },
    },
    logicalLocations: [{ name: table, fullyQualifiedName: name, kind: "resource" }],
  };
}
