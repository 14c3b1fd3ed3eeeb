const integer = new Intl.NumberFormat("en-US", { maximumFractionDigits: 0 });

/** 12345 → "12,345" */
export function formatNumber(value: number): string {
  return integer.format(value);
}

/** "1 row", "2,423 rows" */
export function formatCount(value: number, singular: string, plural = `${singular}s`): string {
  return `${formatNumber(value)} ${value === 1 ? singular : plural}`;
}

/** "0.8 ms", "230 ms", "1.4 s", "2 min 5 s" */
export function formatDuration(ms: number): string {
  if (ms < 10) return `${ms.toFixed(1)} ms`;
  if (ms < 1000) return `${Math.round(ms)} ms`;
  if (ms < 60_000) return `${(ms / 1000).toFixed(1)} s`;
  const seconds = Math.round(ms / 1000);
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`;
}

/** Money as its currency is written; an unknown or missing currency leaves the number alone. */
export function formatMoney(value: number | string, currency: string | null): string {
  const amount = Number(value);
  if (!Number.isFinite(amount)) return String(value);
  if (!currency || !/^[A-Z]{3}$/.test(currency)) {
    return amount.toLocaleString("en-US", { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  }
  return new Intl.NumberFormat("en-IN", { style: "currency", currency }).format(amount);
}
