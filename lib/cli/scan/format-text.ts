import { oneLine } from "../one-line";
import type { IsKnown } from "./baseline";
import type { ReportedFinding, ScanReport } from "./report";

const shownRows = 3;

/** For people: what fails, what could not be checked, and how much was found sound. */
export function formatText({ database, durationMs, summary, findings }: ScanReport, isKnown: IsKnown): string {
  const open = findings.filter(({ status }) => status !== "passing");
  const known = findings.filter(isKnown).length;
  const counts = [
    `${summary.failing} failing${known > 0 ? `, ${known} of them known` : ""}`,
    `${summary.notChecked} not checked`,
    `${summary.passing} passing`,
  ];
  return [
    ...open.map((finding) => `${textOf(finding, isKnown(finding))}\n`),
    `${oneLine(database)}: ${counts.join(" · ")} (${(durationMs / 1_000).toFixed(1)} s)`,
    "",
  ].join("\n");
}

function textOf(
  { check, severity, status, target, message, sample, repair }: ReportedFinding,
  isKnown: boolean,
): string {
  const verdict = status === "not_checked" ? "not checked" : `${severity}${isKnown ? ", known" : ""}`;
  const rows = sample.slice(0, shownRows).map((row) => oneLine(`    ${rowText(row)}`));
  return [
    oneLine(`${verdict}  ${check}  ${target.name}`),
    oneLine(`    ${message}`),
    ...rows,
    ...(repair ? [`    Repair: ${repair}`] : []),
  ].join("\n");
}

const rowChars = 160;

function rowText(row: Record<string, string | null>): string {
  const text = Object.entries(row)
    .map(([column, value]) => `${column}=${value ?? "NULL"}`)
    .join(" ");
  return text.length > rowChars ? `${text.slice(0, rowChars - 1)}…` : text;
}
