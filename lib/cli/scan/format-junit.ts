import type { IsKnown } from "./baseline";
import type { ReportedFinding, ScanReport } from "./report";

/** For CI systems that show tests: a case for each finding. Known faults are skipped, what was not checked is an error. */
export function formatJunit({ startedAt, durationMs, summary, findings }: ScanReport, isKnown: IsKnown): string {
  const known = findings.filter(isKnown).length;
  const counts = attributes({
    name: "plumbline",
    tests: findings.length,
    failures: summary.failing - known,
    errors: summary.notChecked,
    skipped: known,
    time: (durationMs / 1_000).toFixed(3),
  });
  const cases = findings.map((finding) => testCase(finding, isKnown(finding)));
  return [
    '<?xml version="1.0" encoding="UTF-8"?>',
    `<testsuites ${counts}>`,
    `  <testsuite ${counts} ${attributes({ timestamp: startedAt.slice(0, 19) })}>`,
    ...cases,
    "  </testsuite>",
    "</testsuites>",
    "",
  ].join("\n");
}

function testCase({ check, severity, status, target, message }: ReportedFinding, isKnown: boolean): string {
  const names = attributes({
    classname: `${check}.${target.schema}.${target.table}`,
    name: `${check}: ${target.name}`,
  });
  const outcome = outcomeOf({ severity, status, message }, isKnown);
  return outcome === null ? `    <testcase ${names}/>` : `    <testcase ${names}>\n      ${outcome}\n    </testcase>`;
}

function outcomeOf(
  { severity, status, message }: Pick<ReportedFinding, "severity" | "status" | "message">,
  isKnown: boolean,
): string | null {
  if (status === "passing") return null;
  if (isKnown) return `<skipped ${attributes({ message: `Known: ${message}` })}/>`;
  if (status === "not_checked") return `<error ${attributes({ type: "not_checked", message })}/>`;
  return `<failure ${attributes({ type: severity, message })}/>`;
}

function attributes(values: Record<string, string | number>): string {
  return Object.entries(values)
    .map(([name, value]) => `${name}="${escapeXml(String(value))}"`)
    .join(" ");
}

// XML 1.0 has no way to write the other control characters at all.
const unwritable = /[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu;
const entities: Record<string, string> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "\t": "&#9;",
  "\n": "&#10;",
  "\r": "&#13;",
};

function escapeXml(text: string): string {
  return text.replace(unwritable, "\u{FFFD}").replace(/[&<>"\t\n\r]/g, (character) => entities[character] ?? character);
}
