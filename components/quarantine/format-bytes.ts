const units = ["kB", "MB", "GB", "TB"] as const;

/** "812 kB", "1.4 GB" */
export function formatBytes(bytes: number): string {
  let value = bytes / 1024;
  let at = 0;
  while (value >= 1000 && at < units.length - 1) {
    value /= 1024;
    at += 1;
  }
  return `${value < 10 ? value.toFixed(1) : Math.round(value)} ${units[at]}`;
}
